import type { Day } from '../kernel/day.ts'
import { plusDays, weekdayOf } from '../kernel/days.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Span } from './holiday-span.ts'

/** Days on which primary schools are free as a rule; which of them a school keeps is its own. */
export const FEAST_KEYS = [
  'good-friday',
  'easter-monday',
  'kings-day',
  'liberation-day',
  'ascension',
  'whit-monday',
] as const
export type FeastKey = (typeof FEAST_KEYS)[number]

/** Easter Sunday by the calendar of Gauss and Butcher: good for every year of the Gregorian calendar. */
export function easterOf(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const leaps = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15
  const moon = leaps % 30
  const full =
    moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11))
  const sunday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7
  const days = full - sunday
  const month = 3 + Math.floor((days + 40) / 44)
  return dayOf(year, month, days + 28 - 31 * Math.floor(month / 4))
}

const dayOf = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as Day

/** The feast days of a school year: all fall in its second half. Ascension takes the Friday after it along. */
export function feastDaysOf(schoolYear: SchoolYear): Readonly<Record<FeastKey, Span>> {
  const year = Number(schoolYear.slice(5))
  const easter = easterOf(year)
  const ofKing = dayOf(year, 4, 27)
  const kings = weekdayOf(ofKing) === 7 ? plusDays(ofKing, -1) : ofKing
  const one = (day: Day): Span => [day, day]
  return {
    'good-friday': one(plusDays(easter, -2)),
    'easter-monday': one(plusDays(easter, 1)),
    'kings-day': one(kings),
    'liberation-day': one(dayOf(year, 5, 5)),
    ascension: [plusDays(easter, 39), plusDays(easter, 40)],
    'whit-monday': one(plusDays(easter, 50)),
  }
}
