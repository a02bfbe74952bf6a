import ICAL from 'ical.js'
import { parseDay } from '../kernel/day.ts'
import { homeZone, type ZonesInFile, zoneNamed } from './calendar-clock.ts'

export const DAY = 86_400_000

/** One event of a file, read but not yet repeated. */
export type CalendarEventRead = {
  readonly component: ICAL.Component
  readonly uid: string
  readonly sequence: number
  readonly start: ICAL.Time
  /** In milliseconds. */
  readonly length: number
  readonly isWholeDays: boolean
  readonly repeats: boolean
  readonly except: readonly ICAL.Time[]
  /** Which time of its series this one stands for; null: it is the series, or alone. */
  readonly instead: ICAL.Time | null
  readonly title: string
  readonly place: string
  readonly isFree: boolean
  readonly isCancelled: boolean
}

export type ReadingAt = {
  readonly zones: ZonesInFile
  /** Names of clocks that nobody knows; they are gathered here. */
  readonly unknown: Set<string>
  /** The file takes back what is in it. */
  readonly cancels: boolean
}

/** Nobody has something in a calendar that lasts longer than a year. */
const LONGEST = 400 * DAY

/** An event from its part of a file; null when its days can't be read. */
export function eventFrom(component: ICAL.Component, at: ReadingAt): CalendarEventRead | null {
  const repeats = component.hasProperty('rrule') || component.hasProperty('rdate')
  const [given] = timesIn(component, 'dtstart', at)
  const start = given && !repeats ? atHome(given) : given
  const length = start ? lengthOf(component, start, at) : null
  if (!start || length === null || length > LONGEST) return null
  const instead = component.hasProperty('recurrence-id') ? timesIn(component, 'recurrence-id', at)[0] : null
  if (instead === undefined) return null
  // Gives them their clock; what repeats takes them from the part itself.
  timesIn(component, 'rdate', at)
  const text = (name: string) => textIn(component, name)
  const title = text('summary')
  return {
    component,
    // Without a name of its own an event is known by what it is and when.
    uid: text('uid') || `${title}\n${momentOfTime(start)}\n${length}`,
    sequence: Number(/^\d{1,9}$/.exec(text('sequence'))?.[0] ?? 0),
    start,
    length,
    isWholeDays: isWholeDays(start, length, text('x-microsoft-cdo-alldayevent')),
    repeats: repeats && instead === null,
    except: timesIn(component, 'exdate', at),
    instead,
    title,
    place: text('location'),
    isFree: /^TRANSPARENT$/i.test(text('transp')) || /^FREE$/i.test(text('x-microsoft-cdo-busystatus')),
    isCancelled: at.cancels || /^CANCELLED$/i.test(text('status')),
  }
}

function textIn(component: ICAL.Component, name: string): string {
  const value: unknown = component.getFirstPropertyValue(name)
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

/** Outside these nobody has an appointment: such a day is a slip, or an attempt. */
const [FIRST, LAST] = ['1900-01-01', '2199-12-31']

/** The times of a property, each with the clock that the file means; those that do not exist are left out. */
export function timesIn(component: ICAL.Component, name: string, at: ReadingAt): ICAL.Time[] {
  return component.getAllProperties(name).flatMap((property) => {
    const zone = zoneOf(property, at)
    const written: readonly unknown[] = property.toJSON().slice(3)
    return property.getValues().flatMap((value: unknown, place) => {
      const time = isTime(value) ? value : isPeriod(value) ? value.start : null
      if (!time || !exists(written[place])) return []
      if (time.zone?.tzid !== 'UTC') time.zone = zone
      return [time]
    })
  })
}

const isTime = (value: unknown): value is ICAL.Time =>
  typeof value === 'object' && value !== null && 'isDate' in value && 'toUnixTime' in value
const isPeriod = (value: unknown): value is { start: ICAL.Time } =>
  typeof value === 'object' && value !== null && 'start' in value && isTime(value.start)

/** 30 February is no day; the parser would read it as 2 March. */
function exists(written: unknown): boolean {
  const day = parseDay(String(written).slice(0, 10))
  return day !== null && day >= FIRST && day <= LAST
}

const MOST_UNKNOWN = 5

function zoneOf(property: ICAL.Property, { zones, unknown }: ReadingAt): ICAL.Timezone {
  const name = property.getFirstParameter('tzid')
  if (!name) return homeZone
  const zone = zoneNamed(name, zones)
  if (zone === null && unknown.size < MOST_UNKNOWN) unknown.add(name)
  return zone ?? homeZone
}

/** In milliseconds; of a day the first moment of it, as if days were of UTC. */
export const momentOfTime = (time: ICAL.Time): number =>
  time.isDate ? Date.UTC(time.year, time.month - 1, time.day) : time.toUnixTime() * 1000

/** What is written in UTC and happens once is read on the clock of the Netherlands: there midnight is midnight. */
const atHome = (time: ICAL.Time): ICAL.Time =>
  !time.isDate && time.zone?.tzid === 'UTC' ? time.convertToZone(homeZone) : time

/** In milliseconds; of a day without an end one day. Null when it can't be read, or ends before it begins. */
function lengthOf(component: ICAL.Component, start: ICAL.Time, at: ReadingAt): number | null {
  const least = start.isDate ? DAY : 0
  if (!component.hasProperty('dtend')) return Math.max(least, durationIn(component))
  const [end] = timesIn(component, 'dtend', at)
  if (!end) return null
  const length = momentOfTime(end) - momentOfTime(start)
  if (start.isDate) return Math.max(DAY, length)
  return length < 0 ? null : length
}

function durationIn(component: ICAL.Component): number {
  const value: unknown = component.getFirstPropertyValue('duration')
  const isDuration = typeof value === 'object' && value !== null && 'toSeconds' in value
  return isDuration ? Math.max(0, (value as ICAL.Duration).toSeconds() * 1000) : 0
}

/** Also what was written as hours and lasts from midnight to midnight, in a week that loses or wins an hour too. */
function isWholeDays(start: ICAL.Time, length: number, outlook: string): boolean {
  if (start.isDate || /^TRUE$/i.test(outlook)) return true
  const isMidnight = ({ hour, minute, second }: ICAL.Time) => hour === 0 && minute === 0 && second === 0
  if (length === 0 || !isMidnight(start)) return false
  const end = ICAL.Time.fromJSDate(new Date(momentOfTime(start) + length), true)
  return isMidnight(end.convertToZone(start.zone ?? homeZone))
}
