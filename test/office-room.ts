import type { Db } from '../app/db/database.ts'
import type { AppointmentId, QuestionId } from '../app/kernel/id.ts'
import { isRefusal } from '../app/kernel/refusal.ts'
import type { Appointment } from '../app/office/appointment.ts'
import {
  bookSlot,
  cancelAppointment,
  makeAppointment,
  moveAppointment,
  readAppointment,
} from '../app/office/appointment-store.ts'
import { addHours } from '../app/office/hours-store.ts'
import { tellAppointmentsBy } from '../app/office/letter-desk.ts'
import { freeSlots } from '../app/office/slot-store.ts'
import { type Cast, NOW_MOMENT, settleCast } from './cast.ts'
import { at, ORIGIN, slot } from './visit-room.ts'

type Key = keyof Cast['people']
export const THURSDAY_HOURS = {
  weekday: '4',
  starts: '15:00',
  ends: '16:00',
  minutes: '20',
  place: 'kamer van Karin',
}

/** De Regenboog with Karin's office hours on Thursday afternoon, and what its people do with them. */
export async function officeRoom(db: Db, settled?: Cast) {
  const cast = settled ?? (await settleCast(db))
  const telling = (key: Key, now = NOW_MOMENT) => ({
    now,
    tell: tellAppointmentsBy({ actor: cast.member(key), now, origin: ORIGIN, from: 'draad@school.example' }),
  })
  const good = <Answer>(answer: Answer) => {
    if (answer === null || isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
    return answer as Exclude<NonNullable<Answer>, { readonly refused: string }>
  }
  good(await addHours(db, cast.member('karin'), THURSDAY_HOURS))
  const read = (key: Key, id: AppointmentId) => readAppointment(db, cast.member(key), id)
  const changing = async (key: Key, id: AppointmentId) => {
    const one = (await readAppointment(db, cast.member('karin'), id)) as Appointment
    return { id, revision: one.revision, ...telling(key) }
  }
  return {
    db,
    cast,
    read,
    good,
    telling,
    /** The clocks of the free turns, on the clock of the Netherlands. */
    free: async (key: Key = 'anouk') =>
      (await freeSlots(db, cast.member(key), { now: NOW_MOMENT })).map(({ startsAt }) => startsAt),
    book: (key: Key, clock: string, about: QuestionId | null = null) =>
      bookSlot(db, cast.member(key), { with: cast.people.karin, startsAt: at(clock), about }, telling(key)),
    come: (key: Key, to: Key, clock: string, minutes = 20) =>
      makeAppointment(
        db,
        cast.member(key),
        { with: cast.people[to], ...slot(clock, minutes), place: 'groep 6', about: null },
        telling(key),
      ),
    cancel: async (key: Key, id: AppointmentId) =>
      cancelAppointment(db, cast.member(key), await changing(key, id)),
    move: async (key: Key, id: AppointmentId, clock: string) =>
      moveAppointment(db, cast.member(key), await changing(key, id), { startsAt: at(clock) }),
    moveOwn: async (key: Key, id: AppointmentId, clock: string) =>
      moveAppointment(db, cast.member(key), await changing(key, id), { ...slot(clock, 20), place: '' }),
  }
}
