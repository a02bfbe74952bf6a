import type { Moment } from '../kernel/day.ts'
import type { AppointmentId, PersonId } from '../kernel/id.ts'
import type { May } from '../kernel/refusal.ts'
import type { Appointment } from '../office/appointment.ts'
import {
  mayBook,
  mayComeBy,
  mayKeepHours,
  mayReadAppointment,
  mayReadSafe,
  maySeeDays,
  maySetSafe,
  mayTellDays,
} from '../office/office-may.ts'
import { type HeavyCall, type HeavyId, handOn, newCall } from '../question/heavy.ts'
import {
  mayCall,
  mayCome,
  mayHandOn,
  mayKnowCall,
  maySayCame,
  maySayCannot,
  mayTakeBack,
} from '../question/heavy-may.ts'
import type { Actor } from '../session/actor.ts'

type Ask = (actor: Actor) => May

const person = (name: string) => name as PersonId
const NOW = '2026-11-19T09:00:00.000Z' as Moment

/** The owner has a turn of the expert teacher's. */
const APPOINTMENT: Appointment = {
  id: 'appointment' as AppointmentId,
  host: person('expert'),
  guest: person('owner'),
  startsAt: '2026-11-24T14:00:00.000Z' as Moment,
  endsAt: '2026-11-24T14:20:00.000Z' as Moment,
  place: '',
  about: null,
  state: 'agreed',
  madeBy: person('owner'),
  madeAt: NOW,
  ended: null,
  sequence: 0,
  revision: 1,
  changedAt: NOW,
}
/** The owner asks somebody to come. */
const CALL = newCall({
  id: 'call' as HeavyId,
  asker: person('owner'),
  question: null,
  to: null,
  now: NOW,
})
/** The same, and the staff member was asked to go. */
const HANDED = handOn(CALL, person('coordinator'), person('staff'), NOW) as HeavyCall

/** Every act with days, office hours and appointments, with the one place that decides about it. */
export const officeActs = (): Record<string, Ask> => ({
  'say on which days one is in school': (actor) => mayTellDays(actor),
  'see who is in school today': (actor) => maySeeDays(actor),
  'hold office hours, choose who stands in': (actor) => mayKeepHours(actor),
  'take a turn in office hours': (actor) => mayBook(actor),
  'come to a colleague at a moment of one’s own': (actor) => mayComeBy(actor),
  'read, move or call off an appointment (of the owner with the expert)': (actor) =>
    mayReadAppointment(actor, APPOINTMENT),
  'read to whom one goes when somebody is not safe': (actor) => mayReadSafe(actor),
  'set to whom one goes when somebody is not safe': (actor) => maySetSafe(actor),
  'ask somebody to come: it is too heavy now': (actor) => mayCall(actor),
  'know that the owner asks somebody to come': (actor) => mayKnowCall(actor, CALL),
  'know so once the staff member was asked to go': (actor) => mayKnowCall(actor, HANDED),
  'say that one saw it, or comes': (actor) => mayCome(actor, HANDED),
  'ask who stands in to go': (actor) => mayHandOn(actor, CALL),
  'say that one can’t go (the staff member was asked)': (actor) => maySayCannot(actor, HANDED),
  'say that somebody was there': (actor) => maySayCame(actor, CALL),
  'take back that one asked somebody to come': (actor) => mayTakeBack(actor, CALL),
})
