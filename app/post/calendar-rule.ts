import { inZone, type Stamp, stampsIn, type Zones } from './calendar-stamp.ts'

/** How an event repeats (RFC 5545, RRULE), in days; times of the day stay those of the first. */
export type Rule = {
  readonly every: 'day' | 'week' | 'month' | 'year'
  readonly interval: number
  /** How many there are in all; null: no number. */
  readonly count: number | null
  /** The last moment, as the clock of the event shows it; null: no end. */
  readonly until: number | null
  /** The first day of a week, 0 for Sunday. */
  readonly weekStart: number
  readonly weekdays: readonly Weekday[]
  readonly monthDays: readonly number[]
  readonly yearDays: readonly number[]
  readonly weeks: readonly number[]
  readonly months: readonly number[]
  readonly places: readonly number[]
}
/** A weekday (0 for Sunday), and the how-manieth of its month or year; 0: each one, -1: the last. */
export type Weekday = { readonly day: number; readonly place: number }

const EVERY = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const DAY = 86_400_000

/** Reads a rule; null when it is none, or repeats within the day: nothing in a school does. */
export function parseRule(value: string, start: Stamp, zones: Zones): Rule | null {
  const parts = partsOf(value)
  const every = EVERY[(parts.get('FREQ') ?? '') as keyof typeof EVERY]
  const interval = numberIn(parts.get('INTERVAL') ?? '1', 1, 1_000)
  const count = parts.has('COUNT') ? numberIn(parts.get('COUNT') ?? '', 1, 100_000) : null
  const until = parts.has('UNTIL') ? untilIn(parts.get('UNTIL') ?? '', start, zones) : null
  const weekdays = weekdaysIn(parts.get('BYDAY'))
  const lists = {
    monthDays: numbersIn(parts.get('BYMONTHDAY'), 31),
    yearDays: numbersIn(parts.get('BYYEARDAY'), 366),
    weeks: numbersIn(parts.get('BYWEEKNO'), 53),
    months: numbersIn(parts.get('BYMONTH'), 12),
    places: numbersIn(parts.get('BYSETPOS'), 366),
  }
  const isWrong = parts.has('UNTIL') && until === null
  if (!every || interval === null || Number.isNaN(count) || isWrong || !weekdays || !isWhole(lists))
    return null
  if (parts.has('COUNT') && count === null) return null
  if (moreTimesADay(parts)) return null
  return { every, interval, count, until, weekStart: weekStartIn(parts), weekdays, ...lists }
}

type Lists = Pick<Rule, 'monthDays' | 'yearDays' | 'weeks' | 'months' | 'places'>

const isWhole = (lists: { [Name in keyof Lists]: Lists[Name] | null }): lists is Lists =>
  Object.values(lists).every((list) => list !== null)

const partsOf = (value: string) =>
  new Map(
    value
      .toUpperCase()
      .split(';', 30)
      .map((part) => part.split('=', 2).map((side) => side.trim()))
      .filter((pair): pair is [string, string] => pair.length === 2),
  )

/** More than one hour or minute: as often a day as that. */
const moreTimesADay = (parts: ReadonlyMap<string, string>) =>
  ['BYHOUR', 'BYMINUTE', 'BYSECOND'].some((name) => parts.get(name)?.includes(','))

function numberIn(value: string, least: number, most: number): number | null {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN
  return number >= least && number <= most ? number : null
}

/** A list of numbers from one to the most, also counted from the end; empty when not given, null when wrong. */
function numbersIn(value: string | undefined, most: number): number[] | null {
  if (value === undefined || value === '') return []
  const list = value.split(',', 400).map((part) => (/^[+-]?\d{1,3}$/.test(part) ? Number(part) : 0))
  const isFine = list.every((number) => number !== 0 && Math.abs(number) <= most)
  return isFine ? [...new Set(list)] : null
}

function weekdaysIn(value: string | undefined): Weekday[] | null {
  if (value === undefined || value === '') return []
  const days = value.split(',', 100).map((part): Weekday | null => {
    const found = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(part)
    const place = Number(found?.[1] ?? 0)
    return found && Math.abs(place) <= 53 ? { day: WEEKDAYS.indexOf(found[2] ?? ''), place } : null
  })
  return days.every((day) => day !== null) ? days : null
}

const weekStartIn = (parts: ReadonlyMap<string, string>) => {
  const day = WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO')
  return day < 0 ? 1 : day
}

/** As the clock of the event shows it; a day lasts until it is over. */
function untilIn(value: string, start: Stamp, zones: Zones): number | null {
  const [stamp] = stampsIn({ name: 'UNTIL', params: new Map(), value }, zones)
  if (!stamp) return null
  if (stamp.isDay) return stamp.wall + DAY - 1
  // A local time without a zone is on the clock of the event.
  return /Z$/i.test(value.trim()) && !start.isDay ? inZone(stamp, start.zone) : stamp.wall
}
