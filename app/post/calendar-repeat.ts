import type { Rule, Weekday } from './calendar-rule.ts'

/**
 * The days on which a rule falls, as numbers of days since 1 January 1970. The rule is asked period by period (a week,
 * a month), and of a rule without a number only those near the span that is asked for: however it is written, it
 * ends.
 */
export type Span = { readonly first: number; readonly last: number }

/** So many periods of a rule that counts are walked; with them ends a weekly rule of four hundred years. */
const MOST_PERIODS = 20_000

/** @param start the day of the first one. `until` is not looked at here: it is a time, and these are days. */
export function daysOf(rule: Rule, start: number, { first, last }: Span): number[] {
  const days: number[] = []
  let counted = 0
  const from = rule.count === null ? Math.max(0, periodsBefore(rule, start, first)) : 0
  for (let period = from; period < from + MOST_PERIODS; period += 1) {
    const at = periodStart(rule, start, period)
    if (at > last + 1) break
    for (const day of candidates(rule, start, at)) {
      if (day < start) continue
      counted += 1
      if (rule.count !== null && counted > rule.count) return days
      if (day >= first && day <= last) days.push(day)
    }
  }
  return days
}

const weekdayOf = (day: number) => (((day + 4) % 7) + 7) % 7
const dateOf = (day: number) => new Date(day * 86_400_000)
const dayAt = (year: number, month: number, date: number) => Date.UTC(year, month, date) / 86_400_000
const monthAt = (months: number) => dayAt(Math.floor(months / 12), months % 12, 1)
const monthsOf = (day: number) => dateOf(day).getUTCFullYear() * 12 + dateOf(day).getUTCMonth()

const weekOf = (day: number, weekStart: number) => day - ((weekdayOf(day) - weekStart + 7) % 7)

/** How many whole periods lie between the first and a later day, less one to be sure. */
function periodsBefore({ every, interval }: Rule, start: number, day: number) {
  const units = {
    day: day - start,
    week: (day - start) / 7,
    month: monthsOf(day) - monthsOf(start),
    year: dateOf(day).getUTCFullYear() - dateOf(start).getUTCFullYear(),
  }
  return Math.floor(units[every] / interval) - 1
}

/** The first day of a period: the day, the week, the month or the year in which the rule may fall. */
function periodStart({ every, interval, weekStart }: Rule, start: number, period: number): number {
  const steps = period * interval
  if (every === 'day') return start + steps
  if (every === 'week') return weekOf(start, weekStart) + steps * 7
  if (every === 'month') return monthAt(monthsOf(start) + steps)
  return dayAt(dateOf(start).getUTCFullYear() + steps, 0, 1)
}

/** The days within one period, the first one first; of these the places that the rule names. */
function candidates(rule: Rule, start: number, at: number): number[] {
  const days = WITHIN[rule.every](rule, start, at).sort((one, other) => one - other)
  if (rule.places.length === 0) return days
  const chosen = rule.places.map((place) => days.at(place > 0 ? place - 1 : place))
  return [...new Set(chosen.filter((day) => day !== undefined))].sort((one, other) => one - other)
}

const WITHIN: Readonly<Record<Rule['every'], (rule: Rule, start: number, at: number) => number[]>> = {
  day: (rule, _start, at) =>
    [at].filter((day) => isInMonth(rule, day) && isOnMonthDay(rule, day) && isOnWeekday(rule, day)),
  week: (rule, start, at) => daysOfWeek(rule, start, at).filter((day) => isInMonth(rule, day)),
  month: (rule, start, at) => (isInMonth(rule, at) ? daysOfMonth(rule, start, at) : []),
  year: daysOfYear,
}

const isInMonth = ({ months }: Rule, day: number) =>
  months.length === 0 ||
  months.some((month) => (month < 0 ? month + 13 : month) === dateOf(day).getUTCMonth() + 1)

const isOnWeekday = ({ weekdays }: Rule, day: number) =>
  weekdays.length === 0 || weekdays.some((one) => one.day === weekdayOf(day))

const isOnMonthDay = ({ monthDays }: Rule, day: number) =>
  monthDays.length === 0 ||
  monthDays.some((date) => (date < 0 ? monthLength(day) + date + 1 : date) === dateOf(day).getUTCDate())

const monthLength = (day: number) => {
  const date = dateOf(day)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
}

function daysOfWeek({ weekdays, weekStart }: Rule, start: number, at: number): number[] {
  const chosen = weekdays.length > 0 ? weekdays.map(({ day }) => day) : [weekdayOf(start)]
  return [...new Set(chosen)].map((day) => at + ((day - weekStart + 7) % 7))
}

/** By date, by weekday or by both; else on the date of the first one, in months that have it. */
function daysOfMonth(rule: Rule, start: number, at: number): number[] {
  const all = daysFrom(at, monthLength(at))
  if (rule.monthDays.length > 0) {
    const dated = all.filter((day) => isOnMonthDay(rule, day))
    return rule.weekdays.length === 0
      ? dated
      : withWeekdays(rule.weekdays, all).filter((day) => dated.includes(day))
  }
  if (rule.weekdays.length > 0) return withWeekdays(rule.weekdays, all)
  return all.filter((day) => dateOf(day).getUTCDate() === dateOf(start).getUTCDate())
}

const daysFrom = (first: number, count: number) => Array.from({ length: count }, (_, place) => first + place)

/** The weekdays of a span of days: each, or the how-manieth from its start or end. */
function withWeekdays(weekdays: readonly Weekday[], all: readonly number[]): number[] {
  const found = weekdays.flatMap(({ day, place }) => {
    const same = all.filter((one) => weekdayOf(one) === day)
    return place === 0 ? same : [same.at(place > 0 ? place - 1 : place)]
  })
  return [...new Set(found.filter((day) => day !== undefined))]
}

function daysOfYear(rule: Rule, start: number, at: number): number[] {
  const year = dateOf(at).getUTCFullYear()
  const all = daysFrom(at, dayAt(year + 1, 0, 1) - at)
  if (rule.yearDays.length > 0) {
    const chosen = rule.yearDays.map((place) => all.at(place > 0 ? place - 1 : place))
    return chosen
      .filter((day) => day !== undefined)
      .filter((day) => isInMonth(rule, day) && isOnWeekday(rule, day))
  }
  if (rule.weeks.length > 0) return daysOfWeeks(rule, start, year).filter((day) => isInMonth(rule, day))
  if (rule.months.length === 0 && rule.monthDays.length === 0) {
    if (rule.weekdays.length > 0) return withWeekdays(rule.weekdays, all)
    return daysOfMonth(rule, start, dayAt(year, dateOf(start).getUTCMonth(), 1))
  }
  const months = daysFrom(0, 12).map((month) => dayAt(year, month, 1))
  return months.filter((month) => isInMonth(rule, month)).flatMap((month) => daysOfMonth(rule, start, month))
}

/** Weeks as numbered: the first is the one with at least four days in the year. */
function daysOfWeeks(rule: Rule, start: number, year: number): number[] {
  const first = weekOf(dayAt(year, 0, 4), rule.weekStart)
  const count = Math.round((weekOf(dayAt(year + 1, 0, 4), rule.weekStart) - first) / 7)
  const numbers = rule.weeks.map((week) => (week < 0 ? count + week : week - 1))
  return numbers
    .filter((number) => number >= 0 && number < count)
    .flatMap((number) => daysOfWeek(rule, start, first + number * 7))
}
