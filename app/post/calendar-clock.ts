import ICAL from 'ical.js'

/** The clock of the Netherlands, as calendars call it. */
export const HOME = 'Europe/Amsterdam'

/** That clock described (RFC 5545): an hour ahead of UTC, in summer two; for who has no list of clocks. */
export const HOME_CLOCK: readonly string[] = [
  'BEGIN:VTIMEZONE',
  `TZID:${HOME}`,
  `X-LIC-LOCATION:${HOME}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

export const homeZone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(HOME_CLOCK.join('\r\n'))))

/** Places on the same clock, and what Outlook and Exchange call it. */
const SAME_CLOCK =
  /\b(?:amsterdam|brussels|berlin|paris|luxembourg|madrid|rome|vienna|zurich|copenhagen|oslo|stockholm|prague|budapest|warsaw)\b|^(?:w\. europe|central europe|central european|romance)(?: (?:standard|daylight) time)?$|^west-europa/i
const UTC =
  /^(?:utc|gmt|z|etc\/(?:utc|gmt)|coordinated universal time|tzone:\/\/microsoft\/utc|\(?utc\)? coordinated universal time)$/i

/** The zones that a file describes, by the name that it gives them. */
export type ZonesInFile = ReadonlyMap<string, ICAL.Timezone>

/** The clock that a file means by a name; null when nobody knows it. */
export function zoneNamed(name: string, inFile: ZonesInFile): ICAL.Timezone | null {
  const plain = name.trim()
  if (SAME_CLOCK.test(plain)) return homeZone
  return inFile.get(plain) ?? (UTC.test(plain) ? ICAL.Timezone.utcTimezone : null)
}

/** The zones that a file describes itself. One that changes more often than once a year in a rule is none. */
export function zonesFrom(texts: readonly string[]): ZonesInFile {
  const zones = new Map<string, ICAL.Timezone>()
  for (const text of texts.slice(0, MOST_ZONES)) {
    const component = /^RRULE(?![^\r\n]*FREQ=YEARLY)/im.test(text) ? null : parsed(text)
    const id = component?.getFirstPropertyValue('tzid')
    if (component && typeof id === 'string') zones.set(id, zoneOf(component))
  }
  return zones
}

const MOST_ZONES = 100

/** A zone that names its place is that place's. */
function zoneOf(component: ICAL.Component): ICAL.Timezone {
  const place = component.getFirstPropertyValue('x-lic-location')
  return (typeof place === 'string' ? zoneNamed(place, new Map()) : null) ?? new ICAL.Timezone(component)
}

/** What a part of a file says; null when it can't be parsed. */
export function parsed(text: string): ICAL.Component | null {
  try {
    return new ICAL.Component(ICAL.parse(text))
  } catch {
    return null
  }
}
