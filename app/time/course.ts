import type { Day } from '../kernel/day.ts'
import { preventiveShare, type WeekTally } from './balance.ts'

/** A share as one says it: the nearest fraction, and whether it is a little more or less. */
export const FRACTIONS = {
  quarter: 0.25,
  third: 1 / 3,
  half: 0.5,
  'two-thirds': 2 / 3,
  'three-quarters': 0.75,
} as const
export type Fraction = keyof typeof FRACTIONS
export type Roughly =
  | { readonly is: 'none' | 'little' | 'nearly-all' | 'all' }
  | { readonly is: 'about' | 'over' | 'under'; readonly fraction: Fraction }

const ABOUT = 0.02

/** 0.39 is 'over a third', 0.63 'under two thirds', 0.1 'little'; 'none' and 'all' are truly so. */
export function roughly(share: number): Roughly {
  if (share <= 0) return { is: 'none' }
  if (share >= 1) return { is: 'all' }
  if (share < 0.18) return { is: 'little' }
  if (share > 0.87) return { is: 'nearly-all' }
  const [fraction, value] = (Object.entries(FRACTIONS) as [Fraction, number][]).reduce((best, one) =>
    Math.abs(one[1] - share) < Math.abs(best[1] - share) ? one : best,
  )
  const is = Math.abs(share - value) <= ABOUT ? 'about' : share > value ? 'over' : 'under'
  return { is, fraction }
}

/** Where preventing goes over the weeks. */
export type Course =
  | { readonly is: 'empty' | 'begun' }
  | {
      readonly is: 'up' | 'down' | 'even'
      readonly first: number
      readonly last: number
      /** The first of the weeks. */
      readonly since: Day
    }

const FEWEST_WEEKS = 4
const A_SHIFT = 0.08

/**
 * The course over whole weeks with time in them: the first third of them beside the last third. Fewer than four weeks
 * tell no course.
 */
export function courseOf(weeks: readonly WeekTally[]): Course {
  const told = weeks.filter((week) => week.isWhole && preventiveShare(week) !== null)
  const since = told[0]?.week
  if (since === undefined) return { is: weeks.some(({ minutes }) => minutes > 0) ? 'begun' : 'empty' }
  if (told.length < FEWEST_WEEKS) return { is: 'begun' }
  const third = Math.max(2, Math.floor(told.length / 3))
  const first = shareOver(told.slice(0, third))
  const last = shareOver(told.slice(-third))
  const is = last - first >= A_SHIFT ? 'up' : first - last >= A_SHIFT ? 'down' : 'even'
  return { is, first, last, since }
}

const shareOver = (weeks: readonly WeekTally[]) => {
  const sum = (of: 'preventive' | 'curative') => weeks.reduce((total, week) => total + week[of], 0)
  return preventiveShare({ preventive: sum('preventive'), curative: sum('curative') }) ?? 0
}
