import type { CalendarLine } from './calendar-lines.ts'
import { HOME, momentAt, wallAt, type Zone, zoneNamed } from './calendar-zones.ts'

export const DAY = 86_400_000

/** A day or a time in a file, as the clock of its zone shows it: milliseconds, as if that clock were UTC. */
export type Stamp = { readonly wall: number; readonly isDay: boolean; readonly zone: Zone }

/** The zones that a file describes, and the names in it that nobody knows. */
export type Zones = { readonly inFile: ReadonlyMap<string, Zone>; readonly unknown: Set<string> }

const SHAPE = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?(Z)?)?$/i
/** Outside these nobody has an appointment: such a year is a slip, or an attempt. */
const YEARS = { first: 1900, last: 2199 } as const

/** The moments of a line (EXDATE and RDATE have several); those that do not exist are left out. */
export function stampsIn(line: CalendarLine, zones: Zones): Stamp[] {
  const zone = zoneOf(line, zones)
  const found = line.value.split(',', MOST_IN_LINE).map((value) => stampFrom(value.split('/')[0] ?? '', zone))
  return found.filter((stamp) => stamp !== null)
}

const MOST_IN_LINE = 2_000
const MOST_UNKNOWN = 5

function zoneOf(line: CalendarLine, { inFile, unknown }: Zones): Zone {
  const name = line.params.get('TZID')
  if (name === undefined) return HOME
  const zone = zoneNamed(name, inFile)
  if (zone === null && unknown.size < MOST_UNKNOWN) unknown.add(name)
  return zone ?? HOME
}

function stampFrom(value: string, zone: Zone): Stamp | null {
  const found = SHAPE.exec(value.trim())
  if (!found) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  if (year < YEARS.first || year > YEARS.last || hour > 24 || minute > 59 || second > 60) return null
  const start = Date.UTC(year, month - 1, day)
  // 30 February is no day, and is not read as 2 March.
  if (new Date(start).getUTCDate() !== day || month < 1 || month > 12) return null
  const isDay = found[4] === undefined
  const wall = start + (hour * 3600 + minute * 60 + Math.min(second, 59)) * 1000
  return { wall, isDay, zone: isDay ? HOME : found[7] ? 0 : zone }
}

/** The moment of a stamp, in milliseconds; of a day the first of it in the Netherlands. */
export const momentOfStamp = ({ wall, zone }: Stamp) => momentAt(wall, zone)

/** The same moment as the clock of another zone shows it. */
export const inZone = (stamp: Stamp, zone: Zone): number =>
  stamp.isDay || stamp.zone === zone ? stamp.wall : wallAt(momentOfStamp(stamp), zone)

const DURATION =
  /^([+-])?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/i

/** A length such as PT1H30M, in milliseconds; null when it is none, or less than nothing. */
export function durationIn(value: string): number | null {
  const found = DURATION.exec(value.trim())
  if (!found || found[1] === '-') return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(2)
    .map((part) => Number(part ?? 0))
  return (weeks * 7 + days) * DAY + (hours * 3600 + minutes * 60 + seconds) * 1000
}
