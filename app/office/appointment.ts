import type { Moment } from '../kernel/day.ts'
import type { AppointmentId, PersonId, QuestionId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Slot } from '../visit/offer.ts'

/** Two who meet: a turn in somebody's office hours, or somebody who comes by. Only those two see it. */
export type Appointment = Slot & {
  readonly id: AppointmentId
  /** Whose office hours it is in, or who comes. */
  readonly host: PersonId
  readonly guest: PersonId
  /** Where; '' when that needs no words. */
  readonly place: string
  /** The question it belongs to. Who may read that is for the question to say. */
  readonly about: QuestionId | null
  readonly state: 'agreed' | 'cancelled'
  readonly madeBy: PersonId
  readonly madeAt: Moment
  /** Called off: by whom; `by` null: by the product, because one of the two left. */
  readonly ended: { readonly at: Moment; readonly by: PersonId | null } | null
  /** SEQUENCE of the calendar: rises with everything that calendars are told. */
  readonly sequence: number
  /** Rises with every change; a form says from which one it began. */
  readonly revision: number
  readonly changedAt: Moment
}

export type AppointmentRefusal =
  | 'person-unknown'
  | 'with-yourself'
  | 'slot-gone'
  | 'slot-taken'
  | 'you-busy'
  | 'they-busy'
  | 'many-booked'
  | 'time-unknown'
  | 'time-past'
  | 'length-unknown'
  | 'too-far'
  | 'no-school-day'
  | 'no-school-hours'
  | 'place-too-long'
  | 'same-moment'
  | 'gone-by'
  | 'ended'
  | 'changed'
  | 'question-unknown'
export type AppointmentNo = Refusal<AppointmentRefusal | 'may-not'>

/** Of one colleague with one other, to come: office hours are for the whole team. */
export const MOST_BOOKED = 4
/** In characters. */
export const LONGEST_PLACE = 60

/** The other of the two. */
export const otherOf = ({ host, guest }: Pick<Appointment, 'host' | 'guest'>, person: PersonId) =>
  person === host ? guest : host
export const isOfTwo = ({ host, guest }: Pick<Appointment, 'host' | 'guest'>, person: PersonId | null) =>
  person !== null && (person === host || person === guest)

export const isComing = ({ state, endsAt }: Pick<Appointment, 'state' | 'endsAt'>, now: Moment) =>
  state === 'agreed' && endsAt > now

/** Why nothing can be changed about it any more; null: it can. */
export function whyFixed(appointment: Appointment, now: Moment): Refusal<AppointmentRefusal> | null {
  if (appointment.state !== 'agreed') return refuse('ended')
  return appointment.startsAt <= now ? refuse('gone-by') : null
}

type Change = Appointment | Refusal<AppointmentRefusal>

/** Called off by one of the two, or by the product; nobody has to say why. */
export function cancel(appointment: Appointment, by: PersonId | null, now: Moment): Change {
  const no = whyFixed(appointment, now)
  if (no) return no
  return { ...appointment, state: 'cancelled', ended: { at: now, by }, sequence: appointment.sequence + 1 }
}

/** To another moment; whether both are free then was asked before. */
export function move(appointment: Appointment, to: Slot & { readonly place: string }, now: Moment): Change {
  const no = whyFixed(appointment, now)
  if (no) return no
  const { startsAt, endsAt, place } = to
  if (startsAt === appointment.startsAt && endsAt === appointment.endsAt)
    return refuse('same-moment', 'moment')
  return { ...appointment, startsAt, endsAt, place, sequence: appointment.sequence + 1 }
}

/** The same for every calendar that holds this appointment. */
export const appointmentUid = ({ id }: Pick<Appointment, 'id'>) => `${id}@rode-draad`
