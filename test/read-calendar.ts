import ICAL from 'ical.js'

/** One event of a calendar file, as a reader that is not ours understands it. */
export type ReadEvent = {
  readonly uid: string
  readonly title: string
  readonly place: string
  readonly url: string
  readonly sequence: number
  readonly status: string
  /** A day ('2026-11-19'), or a moment in UTC ('2026-11-19T14:30:00.000Z'). */
  readonly starts: string
  /** Not included. */
  readonly ends: string
}

/** Reads a file with ical.js, with the time zones that the file itself describes. */
export function readWithIcalJs(file: string): {
  readonly name: string
  readonly events: readonly ReadEvent[]
} {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const zones = calendar.getAllSubcomponents('vtimezone').map((part) => new ICAL.Timezone(part))
  const at = (part: ICAL.Component, name: string) => {
    const property = part.getFirstProperty(name)
    const time = property?.getFirstValue() as ICAL.Time
    const zone = property?.getFirstParameter('tzid')
    if (zone) time.zone = zones.find(({ tzid }) => tzid === zone) ?? unknown(zone)
    return time.isDate ? time.toString() : time.toJSDate().toISOString()
  }
  const text = (part: ICAL.Component, name: string) => String(part.getFirstPropertyValue(name) ?? '')
  return {
    name: text(calendar, 'x-wr-calname'),
    events: calendar.getAllSubcomponents('vevent').map((part) => ({
      uid: text(part, 'uid'),
      title: text(part, 'summary'),
      place: text(part, 'location'),
      url: text(part, 'url'),
      sequence: Number(text(part, 'sequence')),
      status: text(part, 'status'),
      starts: at(part, 'dtstart'),
      ends: at(part, 'dtend'),
    })),
  }
}

function unknown(zone: string): never {
  throw new Error(`the file does not describe its time zone ${zone}`)
}
