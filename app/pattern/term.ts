import type { Day } from '../kernel/day.ts'
import { mondayOf, plusDays, weekdayOf } from '../kernel/days.ts'
import { firstDay, nextYear, type SchoolYear } from '../kernel/school-year.ts'

/**
 * A school year is counted in three terms, as a team speaks of it: until Christmas, until the May holiday, until the
 * summer. Half years would mix autumn with spring, and terms between all holidays are too short for five alike. A term
 * begins on a Monday and ends on a Sunday: what is left of an erased question is the week in which it was asked, so
 * erasing never moves a number from one term to another.
 */
export const TERMS = [1, 2, 3] as const
export type TermNumber = (typeof TERMS)[number]

export type Term = {
  readonly year: SchoolYear
  readonly number: TermNumber
  /** A Monday. */
  readonly from: Day
  /** A Sunday. */
  readonly to: Day
}

/** On which day the two holidays begin that part a year; null where the school has not said so. */
export type Partings = { readonly christmas: Day | null; readonly may: Day | null }

/** The first Monday on or after a day. */
const mondayFrom = (day: Day) => (weekdayOf(day) === 1 ? day : plusDays(mondayOf(day), 7))

/** The three terms of a school year, following each other without a gap. */
export function termsOf(year: SchoolYear, { christmas, may }: Partings): readonly Term[] {
  const [first, last] = [firstDay(year), firstDay(nextYear(year))]
  const spring = Number(first.slice(0, 4)) + 1
  const starts = [first, christmas ?? (`${spring}-01-01` as Day), may ?? (`${spring}-05-01` as Day), last]
  const mondays = starts.map(mondayFrom)
  return TERMS.map((number) => ({
    year,
    number,
    from: mondays[number - 1] ?? first,
    to: plusDays(mondays[number] ?? last, -1),
  }))
}

/** The week that begins on this Monday lies in the term. */
export const isWeekOf = ({ from, to }: Pick<Term, 'from' | 'to'>, monday: Day) =>
  from <= monday && monday <= to

/** The week of a day lies in the term. */
export const isInTerm = (term: Pick<Term, 'from' | 'to'>, day: Day) => isWeekOf(term, mondayOf(day))

export const isSameTerm = (one: Term, other: Term) => one.year === other.year && one.number === other.number

/** In which of these terms a day falls; null for none of them. */
export const termAt = (terms: readonly Term[], day: Day): Term | null =>
  terms.find((term) => isInTerm(term, day)) ?? null

/** How many weeks from one day to another have a school day in them, both weeks counted; 0 when `to` comes before. */
export function schoolWeeks(from: Day, to: Day, isFree: (day: Day) => boolean): number {
  let weeks = 0
  for (let monday = mondayOf(from); monday <= to; monday = plusDays(monday, 7))
    if ([0, 1, 2, 3, 4].some((more) => !isFree(plusDays(monday, more)))) weeks++
  return weeks
}
