import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Moment } from '../kernel/day.ts'

/** One thing that somebody can put in a calendar. Moments are in UTC, and are written so: a clock follows by itself. */
export type CalendarEvent = {
  /** The same for every change of the same event, and no other's. */
  readonly uid: string
  /** Rises with every change. */
  readonly sequence: number
  readonly startsAt: Moment
  readonly endsAt: Moment
  readonly title: string
  readonly place: string
  readonly description: string
  readonly url: string | null
  /** Who calls together, by name; the address is that of the letter. */
  readonly organizer: { readonly name: string; readonly address: string }
  /** Whom this copy is for; nobody else's address is in it. Null: a file to download. */
  readonly attendee: { readonly name: string; readonly address: string } | null
  readonly changedAt: Moment
}

/** `request`: an invitation or its update; `cancel`: it does not go on; `file`: for one's own calendar. */
export type CalendarMethod = keyof typeof METHODS

const METHODS = {
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
  file: null,
} as const

/** The event as an iCalendar file (RFC 5545): lines of at most 75 octets, each ended by CRLF. */
export function calendarFile(event: CalendarEvent, method: CalendarMethod): string {
  const calendar = ical({
    prodId: { company: 'rode-draad', product: 'rode-draad', language: 'NL' },
    method: METHODS[method],
  })
  const { attendee, organizer } = event
  const made = calendar.createEvent({
    id: event.uid,
    sequence: event.sequence,
    start: new Date(event.startsAt),
    end: new Date(event.endsAt),
    stamp: new Date(event.changedAt),
    summary: clean(event.title),
    location: clean(event.place) || null,
    description: clean(event.description) || null,
    url: event.url,
    status: method === 'cancel' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(method === 'file' ? {} : { organizer: { name: nameIn(organizer.name), email: organizer.address } }),
  })
  if (attendee && method !== 'file')
    made.createAttendee({ name: nameIn(attendee.name), email: attendee.address, rsvp: false })
  return calendar.toString()
}

/** Without what a calendar can't hold: control characters other than a line break, halves of a character. */
const clean = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, ' ')
    .trim()

/** A name stands between quotes in a parameter: neither quotes nor breaks can be in it. */
const nameIn = (name: string) =>
  clean(name)
    .replace(/["\n\\]+/g, ' ')
    .trim() || '-'

/** What a calendar program is told to do with a file that goes along with a letter. */
export const methodOf = (file: string): string => /^METHOD:([A-Z]+)\r?$/m.exec(file)?.[1] ?? 'REQUEST'
