import { createHash } from 'node:crypto'
import type ICAL from 'ical.js'
import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { parsed, zonesFrom } from './calendar-clock.ts'
import { type CalendarEventRead, DAY, eventFrom, momentOfTime, type ReadingAt } from './calendar-event.ts'
import { chunksOf, isCalendar } from './calendar-lines.ts'
import { type MomentSpan, timesOf } from './calendar-repeat.ts'

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
  const { chunks, about, unended } = chunksOf(text)
  const textsOf = (name: string) => chunks.filter((one) => one.name === name).map((one) => one.text)
  const at: ReadingAt = {
    zones: zonesFrom(textsOf('VTIMEZONE')),
    unknown: new Set(),
    cancels: /^CANCEL$/i.test(about.get('METHOD') ?? ''),
  }
  const events = textsOf('VEVENT').map((one) => readEvent(one, at))
  const found = itemsOf(
    events.filter((event) => event !== null),
    window,
  )
  if (found === null) return refuse('too-many')
  const unread = events.filter((event) => event === null).length
  return {
    name: oneLineOf(plain(about.get('X-WR-CALNAME') ?? about.get('NAME') ?? ''), 100),
    items: found.items,
    leftOut: {
      unreadable: unended + unread + found.unreadable,
      outside: found.outside,
      zones: [...at.unknown].map((zone) => oneLineOf(zone, 80)),
    },
  }
}

function readEvent(text: string, at: ReadingAt): CalendarEventRead | null {
  const component = parsed(text)
  try {
    return component && eventFrom(component, at)
  } catch {
    // A value that is not what its property asks for.
    return null
  }
}

/** A text value without the signs that the format lays before commas and semicolons. */
const plain = (value: string) => value.replace(/\\([\\;,])/g, '$1').replace(/\\n/gi, ' ')

const spanOf = ({ from, until }: CalendarWindow): MomentSpan => ({
  start: Date.parse(`${from}T00:00:00Z`),
  end: Date.parse(`${until}T00:00:00Z`) + DAY,
})

/** Null: there are more than anybody looks through. */
function itemsOf(events: readonly CalendarEventRead[], window: CalendarWindow) {
  const items = new Map<string, CalendarItem>()
  const left = { outside: 0, unreadable: 0 }
  const moved = Map.groupBy(
    events.filter(({ instead }) => instead !== null),
    ({ uid }) => uid,
  )
  for (const event of newest(events)) {
    const instead = (moved.get(event.uid) ?? []).flatMap((one) => one.instead ?? [])
    const times = timesOf(event, spanOf(window), instead)
    const found = (times ?? []).map((time) => itemFrom(event, time)).filter((item) => isWithin(item, window))
    if (times === null) left.unreadable += 1
    else if (found.length === 0) left.outside += 1
    for (const item of event.isCancelled ? [] : found) items.set(item.key, item)
    if (items.size > MOST_ITEMS) return null
  }
  const key = (item: CalendarItem) => `${item.startsAt ?? item.from} ${item.title}`
  return { items: [...items.values()].sort((one, other) => (key(one) < key(other) ? -1 : 1)), ...left }
}

const isWithin = ({ from, to }: CalendarItem, window: CalendarWindow) =>
  from <= window.until && to >= window.from

/** Of what is in a file more than once the last version. */
function newest(events: readonly CalendarEventRead[]): CalendarEventRead[] {
  const last = new Map<string, CalendarEventRead>()
  for (const event of events) {
    const name = `${event.uid}\n${event.instead ? momentOfTime(event.instead) : ''}`
    const there = last.get(name)
    if (!there || there.sequence <= event.sequence) last.set(name, event)
  }
  return [...last.values()]
}

function itemFrom(event: CalendarEventRead, time: ICAL.Time): CalendarItem {
  const { uid, instead, repeats, length } = event
  const which = repeats || instead ? momentOfTime(instead ?? time) : ''
  return {
    key: hashOf(`${uid}\n${which}`),
    series: hashOf(uid),
    title: oneLineOf(event.title, 300),
    place: oneLineOf(event.place, 200),
    ...(event.isWholeDays ? daysFrom(time, length) : hoursFrom(momentOfTime(time), length)),
    isFree: event.isFree,
    repeats: repeats || instead !== null,
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

function daysFrom({ year, month, day }: ICAL.Time, length: number) {
  const first = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) as Day
  // Rounded: midnight to midnight is an hour more or less where the clock changes.
  const days = Math.max(1, Math.round(length / DAY))
  return { from: first, to: plusDays(first, days - 1), startsAt: null, endsAt: null }
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
