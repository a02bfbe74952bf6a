import { createHash } from 'node:crypto'
import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { type CalendarEventRead, eventFrom, type ReadingAt } from './calendar-event.ts'
import { isCalendar, partsOf, textOfValue } from './calendar-lines.ts'
import { daysOf } from './calendar-repeat.ts'
import { DAY, momentOfStamp, type Stamp } from './calendar-stamp.ts'
import { zonesIn } from './calendar-zones.ts'

/** Which days are read, the first and the last included, as days in the Netherlands. */
export type CalendarWindow = { readonly from: Day; readonly until: Day }

/** One thing in a calendar that was read: one time of it, also of what repeats. */
export type CalendarItem = {
  /** The same for the same time of the same event, each time it is read; nothing can be read back from it. */
  readonly key: string
  /** The same for all times of the same event. */
  readonly series: string
  /** One line of at most 300 characters; '' when there is none. */
  readonly title: string
  readonly place: string
  /** The first and the last day in the Netherlands, both included. */
  readonly from: Day
  readonly to: Day
  /** Null for what lasts whole days. */
  readonly startsAt: Moment | null
  readonly endsAt: Moment | null
  /** Its owner is shown as free while it lasts. */
  readonly isFree: boolean
  readonly repeats: boolean
}

export type CalendarReading = {
  /** What the calendar calls itself; '' when it does not. */
  readonly name: string
  /** By the moment they begin; what was cancelled is left out. */
  readonly items: readonly CalendarItem[]
  readonly leftOut: {
    /** Events of which day or repetition can't be read. */
    readonly unreadable: number
    /** Events that are not within the window at all. */
    readonly outside: number
    /** Clocks that nobody knows, at most five: their times are read as those of the Netherlands. */
    readonly zones: readonly string[]
  }
}

/** Why a file is not read; `too-slow`, `busy` and `damaged` come of the thread that reads it. */
export type CalendarNo =
  | 'empty-file'
  | 'too-large'
  | 'no-calendar'
  | 'too-many'
  | 'too-slow'
  | 'busy'
  | 'damaged'

export const MOST_BYTES = 2 * 2 ** 20
export const MOST_ITEMS = 5_000

/** Reads a calendar file. Whatever is in it, the answer is what could be read, or why not. */
export function readCalendar(text: string, window: CalendarWindow): CalendarReading | Refusal<CalendarNo> {
  if (text.trim() === '') return refuse('empty-file')
  if (text.length > MOST_BYTES) return refuse('too-large')
  if (!isCalendar(text)) return refuse('no-calendar')
  const { parts, about, unended } = partsOf(text)
  const zones = { inFile: zonesIn(parts), unknown: new Set<string>() }
  const at: ReadingAt = {
    zones,
    cancels: about.some(({ name, value }) => name === 'METHOD' && /^CANCEL$/i.test(value)),
  }
  const events = parts.filter(({ name }) => name === 'VEVENT')
  const read = events.map(({ lines }) => eventFrom(lines, at)).filter((event) => event !== null)
  const found = itemsOf(read, spanOf(window))
  if (found === null) return refuse('too-many')
  const title = about.findLast(({ name }) => name === 'X-WR-CALNAME' || name === 'NAME')?.value ?? ''
  return {
    name: oneLineOf(textOfValue(title), 100),
    items: found.items,
    leftOut: {
      unreadable: unended + events.length - read.length,
      outside: found.outside,
      zones: [...zones.unknown].map((zone) => oneLineOf(zone, 80)),
    },
  }
}

type MomentSpan = { readonly start: number; readonly end: number }

/** A day wider on both sides: what begins there may reach in. */
const spanOf = ({ from, until }: CalendarWindow): MomentSpan => ({
  start: Date.parse(`${from}T00:00:00Z`),
  end: Date.parse(`${until}T00:00:00Z`) + DAY,
})

/** Null: there are more than anybody looks through. */
function itemsOf(events: readonly CalendarEventRead[], span: MomentSpan) {
  const items = new Map<string, CalendarItem>()
  let outside = 0
  const moved = movedTimes(events)
  for (const event of newest(events)) {
    const times = timesOf(event, span, moved.get(event.uid))
    if (times.length === 0) outside += 1
    for (const start of event.isCancelled ? [] : times) {
      const item = itemFrom(event, start)
      items.set(item.key, item)
      if (items.size > MOST_ITEMS) return null
    }
  }
  const key = (item: CalendarItem) => `${item.startsAt ?? item.from} ${item.title}`
  return { items: [...items.values()].sort((one, other) => (key(one) < key(other) ? -1 : 1)), outside }
}

/** Of what is in a file more than once the last version. */
function newest(events: readonly CalendarEventRead[]): CalendarEventRead[] {
  const last = new Map<string, CalendarEventRead>()
  for (const event of events) {
    const name = `${event.uid}\n${event.instead?.wall ?? ''}`
    const there = last.get(name)
    if (!there || there.sequence <= event.sequence) last.set(name, event)
  }
  return [...last.values()]
}

/** Of each series the times that stand elsewhere in the file, changed or cancelled. */
function movedTimes(events: readonly CalendarEventRead[]) {
  const moved = new Map<string, Stamp[]>()
  for (const { uid, instead } of events) {
    if (instead) moved.set(uid, [...(moved.get(uid) ?? []), instead])
  }
  return moved
}

/** When an event begins, each time within the span, as the clock of its zone shows it. */
function timesOf(event: CalendarEventRead, span: MomentSpan, moved: readonly Stamp[] = []): number[] {
  const { start, rule } = event
  const within = (wall: number) => wall + event.length >= span.start - DAY && wall < span.end + DAY
  if (event.instead) return [start.wall].filter(within)
  const timeOfDay = start.wall - Math.floor(start.wall / DAY) * DAY
  const first = Math.floor((span.start - event.length) / DAY) - 1
  const last = Math.ceil(span.end / DAY) + 1
  const days = rule === null ? [] : daysOf(rule, Math.floor(start.wall / DAY), { first, last })
  const repeated = days
    .map((day) => day * DAY + timeOfDay)
    .filter((wall) => rule?.until == null || wall <= rule.until)
  const own = rule === null ? [start.wall] : []
  const skips = skipper(event, moved)
  return [...new Set([...own, ...repeated, ...event.more])].filter((wall) => within(wall) && !skips(wall))
}

function skipper({ start, except }: CalendarEventRead, moved: readonly Stamp[]) {
  const all = [...except, ...moved]
  const days = new Set(
    all.filter(({ isDay }) => isDay || start.isDay).map(({ wall }) => Math.floor(wall / DAY)),
  )
  const moments = new Set(all.filter(({ isDay }) => !isDay).map(momentOfStamp))
  return (wall: number) => days.has(Math.floor(wall / DAY)) || moments.has(momentOfStamp({ ...start, wall }))
}

function itemFrom(event: CalendarEventRead, wall: number): CalendarItem {
  const { uid, start, instead } = event
  const of = instead ?? { ...start, wall }
  const which = event.repeats || instead ? momentOfStamp(of) : ''
  return {
    key: hashOf(`${uid}\n${which}`),
    series: hashOf(uid),
    title: oneLineOf(event.title, 300),
    place: oneLineOf(event.place, 200),
    ...(event.isWholeDays
      ? daysFrom(wall, event.length)
      : hoursFrom(momentOfStamp({ ...start, wall }), event.length)),
    isFree: event.isFree,
    repeats: event.repeats || instead !== null,
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

const dayText = (wall: number) => new Date(wall).toISOString().slice(0, 10) as Day

function daysFrom(wall: number, length: number) {
  const first = Math.floor(wall / DAY) * DAY
  const days = Math.max(1, Math.ceil((wall - first + length) / DAY))
  return { from: dayText(first), to: dayText(first + (days - 1) * DAY), startsAt: null, endsAt: null }
}

function hoursFrom(moment: number, length: number) {
  const end = moment + length
  // What ends at midnight is not on the day that begins there.
  const lastMoment = length > 0 ? end - 1 : end
  return {
    from: dayOf(new Date(moment)),
    to: dayOf(new Date(lastMoment)),
    startsAt: new Date(moment).toISOString() as Moment,
    endsAt: new Date(end).toISOString() as Moment,
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]+/g

const oneLineOf = (text: string, longest: number) =>
  text
    .slice(0, longest * 4)
    .toWellFormed()
    .normalize('NFC')
    .replace(CONTROL, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed()
