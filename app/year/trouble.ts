import type { Day } from '../kernel/day.ts'
import { daysBetween, mondayOf, plusDays, weekdayOf } from '../kernel/days.ts'
import { isWithin } from '../kernel/school-year.ts'
import { byDay, countOf, type DayGroup } from './day-group.ts'
import type { FreeDays, FreeSpan } from './free-days.ts'
import type { YearMoment } from './year.ts'

/** A day on which a moment would stand better. */
export type WayOut = { readonly moment: YearMoment; readonly to: Day }

/** Something in the year that does not fit, with what can be done about it. */
export type Trouble =
  | {
      readonly kind: 'full-week'
      readonly monday: Day
      readonly count: number
      readonly groups: readonly DayGroup[]
      readonly ways: readonly WayOut[]
    }
  | {
      readonly kind: 'free-day'
      readonly moment: YearMoment
      /** Null: a plain weekend. */
      readonly free: FreeSpan | null
      readonly ways: readonly WayOut[]
    }
  | {
      readonly kind: 'same-time'
      readonly moment: YearMoment
      readonly other: YearMoment
      readonly ways: readonly WayOut[]
    }

/** More in one week is too much. */
export const MOST_IN_WEEK = 5
/** So many evaluations of one track each fit on a day; in a week in which reports are written, in the whole week. */
const MOST_ALONE_A_DAY = 3
const MOST_ALONE_BESIDE_REPORTS = 2
/** So many ways out are offered: who wants more moves more. */
const MOST_WAYS = 2

/** Everything from today on that does not fit, the first to come first. */
export function troublesOf(moments: readonly YearMoment[], free: FreeDays, today: Day): Trouble[] {
  const coming = moments.filter(({ to }) => to >= today)
  const year = { moments, free, today, groups: byDay(moments) }
  return [
    ...fullWeeks(year),
    ...coming.filter((one) => standsOnFreeDay(one, free)).map((one) => onFreeDay(one, year)),
    ...sameTimes(coming, year),
  ].toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1))
}

type Year = {
  readonly moments: readonly YearMoment[]
  readonly free: FreeDays
  readonly today: Day
  readonly groups: readonly DayGroup[]
}

const dayOf = (trouble: Trouble) => (trouble.kind === 'full-week' ? trouble.monday : trouble.moment.from)

/** How many things each week asks for, by its Monday; what lasts longer counts in every week that it touches. */
export function loads(groups: readonly DayGroup[]): ReadonlyMap<Day, number> {
  const counts = new Map<Day, number>()
  const add = (monday: Day, count: number) => counts.set(monday, (counts.get(monday) ?? 0) + count)
  for (const group of groups) {
    add(mondayOf(group.day), countOf(group))
    for (const { from, to } of group.others) {
      for (let monday = plusDays(mondayOf(from), 7); monday <= to; monday = plusDays(monday, 7))
        add(monday, 1)
    }
  }
  return counts
}

function fullWeeks(year: Year): Trouble[] {
  const counts = loads(year.groups)
  return [...Map.groupBy(year.groups, ({ day }) => mondayOf(day))]
    .filter(([monday]) => plusDays(monday, 6) >= year.today)
    .filter(([monday, groups]) => isFull(groups, counts.get(monday) ?? 0))
    .map(([monday, groups]) => ({
      kind: 'full-week' as const,
      monday,
      count: counts.get(monday) ?? 0,
      groups,
      ways: waysOutOf(monday, groups, year, counts),
    }))
}

function isFull(groups: readonly DayGroup[], count: number) {
  const alone = groups.map((group) => group.alone.length)
  const reports = groups.some(({ others }) => others.some(({ kind }) => kind === 'reports'))
  const inWeek = alone.reduce((sum, one) => sum + one, 0)
  return (
    count > MOST_IN_WEEK ||
    alone.some((one) => one > MOST_ALONE_A_DAY) ||
    (reports && inWeek > MOST_ALONE_BESIDE_REPORTS)
  )
}

/** The last evaluations of the fullest day go to quieter days close by, each to a day of its own. */
function waysOutOf(
  monday: Day,
  groups: readonly DayGroup[],
  year: Year,
  counts: ReadonlyMap<Day, number>,
): WayOut[] {
  const fullest = groups.toSorted((one, other) => other.alone.length - one.alone.length)
  const candidates = fullest.flatMap(({ day, alone }) => (day >= year.today ? alone.toReversed() : []))
  const taken = new Set<Day>(year.moments.map(({ from }) => from))
  const ways: WayOut[] = []
  for (const moment of candidates.slice(0, MOST_WAYS)) {
    const to = quietDay(moment, monday, year, counts, taken)
    if (to === null) continue
    taken.add(to)
    ways.push({ moment, to })
  }
  return ways
}

/** Weeks in the order in which one would look: the next, the one after, the one before. */
const WEEKS_AROUND = [7, 14, -7, 21]

function quietDay(
  moment: YearMoment,
  monday: Day,
  { free, today }: Year,
  counts: ReadonlyMap<Day, number>,
  taken: ReadonlySet<Day>,
): Day | null {
  const same = weekdayOf(moment.from) - 1
  const weekdays = [same, 3, 1, 0, 2, 4]
  for (const ahead of WEEKS_AROUND) {
    const week = plusDays(monday, ahead)
    if ((counts.get(week) ?? 0) >= MOST_IN_WEEK) continue
    const day = weekdays
      .map((weekday) => plusDays(week, weekday))
      .find((one) => one >= today && isGood(one, free, taken))
    if (day !== undefined) return day
  }
  return null
}

const isGood = (day: Day, free: FreeDays, taken: ReadonlySet<Day>) =>
  isWithin(free.schoolYear, day) && !free.isFree(day) && !taken.has(day)

/** A start meeting lies before the first school day by its nature; a deadline has its day from outside. */
export const MAY_STAND_ANYWHERE: readonly string[] = ['start', 'deadline', 'adopted']

const standsOnFreeDay = ({ kind, from, to }: YearMoment, free: FreeDays) =>
  !MAY_STAND_ANYWHERE.includes(kind) && from === to && free.isFree(from)

function onFreeDay(moment: YearMoment, year: Year): Trouble {
  const ways = schoolDaysAround(moment.from, year).map((to) => ({ moment, to }))
  return { kind: 'free-day', moment, free: year.free.at(moment.from), ways }
}

/** The last school day before it and the first after it, the nearest of the two first. */
function schoolDaysAround(day: Day, year: Year): Day[] {
  const around = [nearestSchoolDay(day, -1, year), nearestSchoolDay(day, 1, year)]
  const distance = (to: Day) => Math.abs(daysBetween(day, to))
  return around.filter((one) => one !== null).toSorted((one, other) => distance(one) - distance(other))
}

/** Longer than any holiday. */
const DAYS_AROUND = 56

function nearestSchoolDay(day: Day, step: 1 | -1, { free, today }: Year): Day | null {
  for (let days = 1; days <= DAYS_AROUND; days += 1) {
    const one = plusDays(day, days * step)
    if (one >= today && isWithin(free.schoolYear, one) && !free.isFree(one)) return one
  }
  return null
}

/** Two things on the clock at the same time, of which each asks for the whole team. */
function sameTimes(coming: readonly YearMoment[], year: Year): Trouble[] {
  const timed = coming.filter(({ startsAt, endsAt }) => startsAt !== null && endsAt !== null)
  return timed.flatMap((moment, place) =>
    timed
      .slice(place + 1)
      .filter((other) => overlap(moment, other))
      .map((other): Trouble => {
        const moves = other.source.kind === 'item' ? other : moment
        const to = nearestSchoolDay(moves.from, 1, year) ?? nearestSchoolDay(moves.from, -1, year)
        const ways = to === null || moves.source.kind === 'meeting' ? [] : [{ moment: moves, to }]
        return { kind: 'same-time', moment, other, ways }
      }),
  )
}

const overlap = (one: YearMoment, other: YearMoment) =>
  (one.startsAt ?? '') < (other.endsAt ?? '') && (other.startsAt ?? '') < (one.endsAt ?? '')
