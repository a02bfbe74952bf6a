import { type CalendarLine, textOfValue } from './calendar-lines.ts'
import { parseRule, type Rule } from './calendar-rule.ts'
import { DAY, durationIn, inZone, momentOfStamp, type Stamp, stampsIn, type Zones } from './calendar-stamp.ts'
import { HOME, wallAt } from './calendar-zones.ts'

/** One event of a file, read but not yet repeated. */
export type CalendarEventRead = {
  readonly uid: string
  readonly sequence: number
  readonly start: Stamp
  /** In milliseconds. */
  readonly length: number
  readonly isWholeDays: boolean
  readonly rule: Rule | null
  /** Times beside those of the rule, as the clock of the event shows them. */
  readonly more: readonly number[]
  readonly except: readonly Stamp[]
  /** Which time of its series this one stands for; null: it is the series, or alone. */
  readonly instead: Stamp | null
  readonly repeats: boolean
  readonly title: string
  readonly place: string
  readonly isFree: boolean
  readonly isCancelled: boolean
}

export type ReadingAt = {
  readonly zones: Zones
  /** The file takes back what is in it. */
  readonly cancels: boolean
}

/** Nobody has something in a calendar that lasts longer than a year. */
const LONGEST = 400 * DAY

/** An event from its lines; null when its days or its repetition can't be read. */
export function eventFrom(lines: readonly CalendarLine[], at: ReadingAt): CalendarEventRead | null {
  const line = (name: string) => lines.findLast((one) => one.name === name)
  const repeat = line('RRULE')
  const start = atHome(firstStamp(line('DTSTART'), at.zones), repeat !== undefined)
  if (!start) return null
  const length = lengthOf(start, line('DTEND'), line('DURATION'), at.zones)
  const rule = repeat ? parseRule(repeat.value, start, at.zones) : null
  if (length === null || (repeat && !rule)) return null
  const instead = line('RECURRENCE-ID')
  const stands = instead ? firstStamp(instead, at.zones) : null
  const all = (name: string) =>
    lines.filter((one) => one.name === name).flatMap((one) => stampsIn(one, at.zones))
  const value = (name: string) => line(name)?.value.trim() ?? ''
  const more = all('RDATE').map((stamp) => inZone(stamp, start.zone))
  const title = textOfValue(value('SUMMARY'))
  return {
    // Without a name of its own an event is known by what it is and when.
    uid: value('UID') || `${title}\n${start.wall}\n${length}`,
    sequence: Number(/^\d{1,9}$/.exec(value('SEQUENCE'))?.[0] ?? 0),
    start,
    length,
    isWholeDays: isWholeDays(start, length, value('X-MICROSOFT-CDO-ALLDAYEVENT')),
    rule: stands ? null : rule,
    more: rule || more.length === 0 ? more : [start.wall, ...more],
    except: all('EXDATE'),
    instead: stands,
    repeats: rule !== null || more.length > 0,
    title,
    place: textOfValue(value('LOCATION')),
    isFree: /^TRANSPARENT$/i.test(value('TRANSP')) || /^FREE$/i.test(value('X-MICROSOFT-CDO-BUSYSTATUS')),
    isCancelled: at.cancels || /^CANCELLED$/i.test(value('STATUS')),
  }
}

/** What is written in UTC and happens once is read on the clock of the Netherlands: there midnight is midnight. */
const atHome = (stamp: Stamp | null, repeats: boolean): Stamp | null =>
  stamp && !stamp.isDay && stamp.zone === 0 && !repeats
    ? { ...stamp, wall: inZone(stamp, HOME), zone: HOME }
    : stamp

const firstStamp = (line: CalendarLine | undefined, zones: Zones): Stamp | null =>
  line ? (stampsIn(line, zones)[0] ?? null) : null

/** In milliseconds; of a day without an end one day. Null when it can't be read, or ends before it begins. */
function lengthOf(
  start: Stamp,
  end: CalendarLine | undefined,
  duration: CalendarLine | undefined,
  zones: Zones,
): number | null {
  const length = end ? lengthTo(start, firstStamp(end, zones)) : duration ? durationIn(duration.value) : 0
  if (length === null || length > LONGEST) return null
  return start.isDay ? Math.max(DAY, length) : length
}

function lengthTo(start: Stamp, end: Stamp | null): number | null {
  if (!end) return null
  const length = start.isDay || end.isDay ? end.wall - start.wall : momentOfStamp(end) - momentOfStamp(start)
  return length < 0 ? (start.isDay ? DAY : null) : length
}

/** Also what was written as hours and lasts from midnight to midnight, in a week that loses or wins an hour too. */
function isWholeDays(start: Stamp, length: number, outlook: string): boolean {
  if (start.isDay || /^TRUE$/i.test(outlook)) return true
  if (start.wall % DAY !== 0 || length === 0) return false
  return wallAt(momentOfStamp(start) + length, start.zone) % DAY === 0
}
