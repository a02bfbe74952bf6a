import { clock, dayOf, weekDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { type Addressee, readAddressees } from '../meeting/invite-store.ts'
import { type CalendarMethod, calendarFile } from '../post/calendar.ts'
import { queueMail } from '../post/mail-store.ts'
import type { Sending } from '../visit/letter-desk.ts'
import { type Appointment, appointmentUid, otherOf } from './appointment.ts'
import type { AppointmentTold, TellAppointment } from './appointment-store.ts'
import { type AppointmentTelling, tellingText } from './telling-text.ts'

/** Tells both by letter, each with what their calendar has to know; what it is about stands in none. */
export const tellAppointmentsBy =
  (sending: Sending): TellAppointment =>
  async ({ sql, tx }, told) => {
    const all = await readAddressees(sql, sending.actor)
    const rows = await sql
      .selectFrom('person')
      .select(['id', 'name'])
      .where('school_id', '=', sending.actor.schoolId)
      .where('id', 'in', [told.after.host, told.after.guest])
      .execute()
    for (const person of [told.after.host, told.after.guest]) {
      const who = all.find((one) => one.person === person)
      const other = rows.find(({ id }) => id === otherOf(told.after, person))?.name ?? ''
      // Without an address there is no letter; the page tells the same.
      if (who) await queueMail(tx, letterFor({ told, who, other, sending }), new Date(sending.now))
    }
  }

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
    subject: tellingText(who.language).subject[kind](dayWords(after, who.language)),
    body: bodyFor(writing, kind),
    calendar: appointmentFile(after, writing, method),
    onceKey: `appointment:${after.id}:${after.revision}:${kind}:${who.person}`,
    usefulUntil: after.endsAt,
  }
}

const dayWords = ({ startsAt }: Appointment, language: Language) =>
  weekDay(dayOf(new Date(startsAt)), language)

function bodyFor({ told: { after }, who, other, sending }: Writing, kind: AppointmentTelling): string {
  const text = tellingText(who.language)
  const isOver = after.state === 'cancelled'
  const when = text.when(
    dayWords(after, who.language),
    clock(after.startsAt, who.language),
    clock(after.endsAt, who.language),
  )
  return `${[
    text.hello(who.name.split(' ')[0] ?? ''),
    text.says[kind](other),
    [when, ...(after.place && !isOver ? [text.place(after.place)] : [])].join('\n'),
    isOver ? text.other(`${sending.origin}/office`) : text.look(hrefOf(after, sending)),
    isOver ? text.calendarCancel : text.calendar,
  ].join('\n\n')}\n`
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
    organizer: {
      name: 'Rode Draad',
      address: sending.from ?? `rode-draad@${new URL(sending.origin).hostname}`,
    },
    attendee: who.address === '' ? null : { name: who.name, address: who.address },
    changedAt: sending.now,
  }
  return calendarFile(event, method)
}
