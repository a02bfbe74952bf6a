import type { CalendarPart } from './calendar-lines.ts'

/** A place's clock (an IANA name), or a clock that always differs from UTC by the same number of minutes. */
export type Zone = string | number

export const HOME: Zone = 'Europe/Amsterdam'

/** What Outlook and Exchange call the clocks that a Dutch school meets; the others are listed as unknown. */
const WINDOWS: Readonly<Record<string, Zone>> = {
  'w. europe standard time': HOME,
  'central europe standard time': 'Europe/Budapest',
  'central european standard time': 'Europe/Warsaw',
  'romance standard time': 'Europe/Paris',
  'gmt standard time': 'Europe/London',
  'greenwich standard time': 0,
  utc: 0,
  'coordinated universal time': 0,
  'tzone://microsoft/utc': 0,
  'e. europe standard time': 'Europe/Chisinau',
  'fle standard time': 'Europe/Kiev',
  'gtb standard time': 'Europe/Bucharest',
  'turkey standard time': 'Europe/Istanbul',
  'morocco standard time': 'Africa/Casablanca',
  'russian standard time': 'Europe/Moscow',
  'eastern standard time': 'America/New_York',
  'central standard time': 'America/Chicago',
  'pacific standard time': 'America/Los_Angeles',
  'sa western standard time': 'America/Curacao',
  'sa eastern standard time': 'America/Paramaribo',
  'w. europe': HOME,
  'w. europe daylight time': HOME,
  'west-europa (standaardtijd)': HOME,
  'amsterdam, belgrade, berlin, brussels, budapest, madrid, paris, prague, stockholm': HOME,
}

const IN_A_NAME =
  /(?:^|\/)((?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\/[\w+-]+(?:\/[\w+-]+)?)$/

const clocks = new Map<string, Intl.DateTimeFormat | null>()

/** The clock of a place; null when no such place is known. */
function clockOf(name: string): Intl.DateTimeFormat | null {
  const known = clocks.get(name)
  if (known !== undefined) return known
  const made = makeClock(name)
  if (clocks.size < 500) clocks.set(name, made)
  return made
}

function makeClock(timeZone: string) {
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, ...digits, ...time })
  } catch {
    return null
  }
}

/** The zone that a file means by a name; null when nobody knows it. */
export function zoneNamed(name: string, inFile: ReadonlyMap<string, Zone>): Zone | null {
  const plain = name.trim().replace(/^"|"$/g, '')
  const windows = WINDOWS[plain.toLowerCase()]
  if (windows !== undefined) return windows
  const city = IN_A_NAME.exec(plain)?.[1]
  if (city && clockOf(city)) return city
  if (/\b(?:amsterdam|west-europa|w\. europe)\b/i.test(plain)) return HOME
  return inFile.get(plain) ?? (/^(?:gmt|utc|z)$/i.test(plain) ? 0 : null)
}

/**
 * The zones that the file describes itself: by the place that they name, or by how far their clock is from UTC. One
 * hour in winter and two in summer is the clock of the Netherlands; a zone with other summers is not known.
 */
export function zonesIn(parts: readonly CalendarPart[]): ReadonlyMap<string, Zone> {
  const zones = new Map<string, Zone>()
  for (const { name, lines } of parts) {
    const value = (wanted: string) => lines.findLast((line) => line.name === wanted)?.value.trim()
    const id = value('TZID')
    if (name !== 'VTIMEZONE' || !id) continue
    const place = zoneNamed(value('X-LIC-LOCATION') ?? '', new Map())
    const zone = place ?? zoneFrom(value('STANDARD-TZOFFSETTO'), value('DAYLIGHT-TZOFFSETTO'))
    if (zone !== null) zones.set(id, zone)
  }
  return zones
}

function zoneFrom(winter: string | undefined, summer: string | undefined): Zone | null {
  const [standard, daylight] = [minutesIn(winter), minutesIn(summer)]
  if (standard === 60 && daylight === 120) return HOME
  if (standard === null || daylight === null) return standard ?? daylight
  return standard === daylight ? standard : null
}

function minutesIn(offset: string | undefined): number | null {
  const found = /^([+-])(\d{2})(\d{2})(?:\d{2})?$/.exec(offset ?? '')
  if (!found) return null
  const minutes = Number(found[2]) * 60 + Number(found[3])
  return minutes > 15 * 60 ? null : found[1] === '-' ? -minutes : minutes
}

/** What the clock of a zone shows at a moment: milliseconds, as if that clock were UTC. */
export const wallAt = (moment: number, zone: Zone): number =>
  moment + (typeof zone === 'number' ? zone * 60_000 : aheadOfUtc(moment, zone))

/** Clocks change at whole quarters of an hour. */
const QUARTER = 900_000
const MOST_KEPT = 20_000
const kept = new Map<string, number>()

function aheadOfUtc(moment: number, zone: string): number {
  const quarter = Math.floor(moment / QUARTER)
  const key = `${zone} ${quarter}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const ahead = askClock(quarter * QUARTER, zone)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, ahead)
  return ahead
}

function askClock(moment: number, zone: string): number {
  const clock = clockOf(zone)
  if (!clock) return 0
  const part = new Map(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - moment
}

/**
 * The moment at which the clock of a zone shows this. Of an hour that comes twice it is the first; an hour that is
 * skipped is read with the clock of before.
 */
export function momentAt(wall: number, zone: Zone): number {
  const behind = (moment: number) => wallAt(moment, zone) - moment
  const before = wall - behind(wall - 86_400_000)
  if (wallAt(before, zone) === wall) return before
  const after = wall - behind(wall + 86_400_000)
  return wallAt(after, zone) === wall ? after : before
}
