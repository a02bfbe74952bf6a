import { dayOf, weekDay } from '../kernel/day.ts'
import type { Addressee } from '../meeting/invite-store.ts'
import { betweenWhom, bodyOf, type Sending, whenIn, writeToEach } from '../meeting/letters-desk.ts'
import { type CalendarMethod, calendarFile } from '../post/calendar.ts'
import { firstName } from '../school/person.ts'
import { type Appointment, appointmentUid, otherOf } from './appointment.ts'
import type { AppointmentTold, TellAppointment } from './appointment-store.ts'
import { type AppointmentTelling, tellingText } from './telling-text.ts'

/** Tells both by letter, each with what their calendar has to know; what it is about stands in none. */
export const tellAppointmentsBy =
  (sending: Sending): TellAppointment =>
  (at, told) =>
    writeToEach(at, sending, [{ to: told.after.host }, { to: told.after.guest }], ({ to }, who, names) =>
      letterFor({ told, who, other: names.get(otherOf(told.after, to)) ?? '', sending }),
    )

type Writing = {
  readonly told: AppointmentTold
  readonly who: Addressee
  /** The name of the other of the two. */
  readonly other: string
  readonly sending: Sending
}

function kindOf({ before, after, by }: AppointmentTold): AppointmentTelling {
  if (before === null) return 'made'
  if (after.state === 'cancelled') return by === null ? 'left' : 'cancelled'
  return 'moved'
}

function letterFor(writing: Writing) {
  const { told, who, sending } = writing
  const { after } = told
  const kind = kindOf(told)
  const method: CalendarMethod = after.state === 'cancelled' ? 'cancel' : 'request'
  return {
    schoolId: sending.actor.schoolId,
    personId: who.person,
    kind: `appointment-${kind}`,
    to: who.address,
    subject: tellingText(who.language).subject[kind](weekDay(dayOf(new Date(after.startsAt)), who.language)),
    body: bodyFor(writing, kind),
    calendar: appointmentFile(after, writing, method),
    onceKey: `appointment:${after.id}:${after.revision}:${kind}:${who.person}`,
    usefulUntil: after.endsAt,
  }
}

function bodyFor({ told: { after }, who, other, sending }: Writing, kind: AppointmentTelling): string {
  const text = tellingText(who.language)
  const isOver = after.state === 'cancelled'
  const when = text.when(...whenIn(after, who.language))
  return bodyOf([
    text.hello(firstName(who)),
    text.says[kind](other),
    [when, ...(after.place && !isOver ? [text.place(after.place)] : [])].join('\n'),
    isOver ? text.other(`${sending.origin}/office`) : text.look(hrefOf(after, sending)),
    isOver ? text.calendarCancel : text.calendar,
  ])
}

const hrefOf = ({ id }: Appointment, { origin }: Pick<Sending, 'origin'>) => `${origin}/office#a-${id}`

type For = {
  readonly who: Pick<Addressee, 'name' | 'address' | 'language'>
  readonly other: string
  readonly sending: Sending
}

/** The appointment as an iCalendar file, in the words of who keeps it in a calendar: with whom, and nothing else. */
export function appointmentFile(
  one: Appointment,
  { who, other, sending }: For,
  method: CalendarMethod = 'file',
): string {
  const url = hrefOf(one, sending)
  const event = {
    uid: appointmentUid(one),
    sequence: one.sequence,
    startsAt: one.startsAt,
    endsAt: one.endsAt,
    title: tellingText(who.language).title(other),
    place: one.place,
    description: url,
    url,
    ...betweenWhom(sending, who),
    changedAt: sending.now,
  }
  return calendarFile(event, method)
}
