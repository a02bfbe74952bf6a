import type { Day, Moment } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import { HOME, HOME_CLOCK } from './calendar-clock.ts'

/** One event of a calendar that others follow. */
export type WrittenEvent = {
  readonly uid: string
  readonly sequence: number
  /** Both included. */
  readonly from: Day
  readonly to: Day
  /** Null: whole days. */
  readonly startsAt: Moment | null
  readonly endsAt: Moment | null
  readonly title: string
  readonly place: string
  readonly url: string | null
  readonly isCancelled: boolean
  /** Asked, and not certain yet. */
  readonly isTentative: boolean
  readonly changedAt: Moment
}

export type WrittenCalendar = {
  readonly name: string
  readonly language: 'nl' | 'en'
  readonly events: readonly WrittenEvent[]
}

/** How often a program is asked to look again. */
const AGAIN = 'PT2H'

/**
 * A calendar to follow (RFC 5545, 7986), as Outlook, Google and Apple read it: whole days as days with the end that is
 * not included, times on the clock of the Netherlands with that clock described. The same calendar makes the same text.
 */
export function writeCalendar({ name, language, events }: WrittenCalendar): string {
  const title = escaped(name)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//rode-draad//rode-draad//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${title}`,
    `X-WR-CALNAME:${title}`,
    `X-WR-TIMEZONE:${HOME}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${AGAIN}`,
    `X-PUBLISHED-TTL:${AGAIN}`,
    ...(events.some(({ startsAt }) => startsAt !== null) ? HOME_CLOCK : []),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventLines(event: WrittenEvent): string[] {
  const { uid, sequence, title, place, url, changedAt } = event
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${inUtc(Date.parse(changedAt))}`,
    `LAST-MODIFIED:${inUtc(Date.parse(changedAt))}`,
    ...timeLines(event),
    `SUMMARY:${escaped(title)}`,
    ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
    // Apple shows the link, Google only the description.
    ...(url === null ? [] : [`DESCRIPTION:${escaped(url)}`, `URL:${url}`]),
    `STATUS:${statusOf(event)}`,
    'END:VEVENT',
  ]
}

const statusOf = ({ isCancelled, isTentative }: WrittenEvent) =>
  isCancelled ? 'CANCELLED' : isTentative ? 'TENTATIVE' : 'CONFIRMED'

/** A whole day takes nobody's time; Outlook would show it as busy unless it is told so in its own way too. */
function timeLines({ from, to, startsAt, endsAt, isCancelled, isTentative }: WrittenEvent): string[] {
  if (startsAt !== null && endsAt !== null)
    return [
      `DTSTART${onClock(Date.parse(startsAt))}`,
      `DTEND${onClock(Date.parse(endsAt))}`,
      `TRANSP:${isCancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
      ...(isTentative && !isCancelled ? ['X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE'] : []),
    ]
  return [
    `DTSTART;VALUE=DATE:${digits(from)}`,
    `DTEND;VALUE=DATE:${digits(plusDays(to, 1))}`,
    'TRANSP:TRANSPARENT',
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
    'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
  ]
}

/** On the clock of the Netherlands; of the hour that comes twice the second can only be told in UTC. */
function onClock(moment: number): string {
  const shown = clockAt(moment)
  return shown === clockAt(moment - 3_600_000) ? `:${inUtc(moment)}` : `;TZID=${HOME}:${shown}`
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: HOME, dateStyle: 'short', timeStyle: 'medium' })
const clockAt = (moment: number) => clock.format(moment).replace(/[-:]/g, '').replace(' ', 'T')

const digits = (text: string) => text.replaceAll('-', '')
const inUtc = (moment: number) => `${new Date(moment).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** Without what a calendar can't hold, and with the signs that the format asks before its own. */
const escaped = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
    .trim()
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')

const LONGEST = 75

/** Lines of at most 75 octets, broken between characters; a broken line begins with a space, which counts too. */
function folded(line: string): string {
  if (line.length <= LONGEST && Buffer.byteLength(line, 'utf8') <= LONGEST) return line
  const pieces: string[] = []
  let [piece, octets] = ['', 0]
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LONGEST) {
      pieces.push(piece)
      piece = ''
      octets = 1
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n ')
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
