import type { Day } from '../kernel/day.ts'
import { lastDay, nextYear, type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
import type { TestMoment } from '../result/result.ts'

/** Days on which a school tests, as its year circle says; `transition`: the doorstroomtoets. Both days included. */
export type TestDays = { readonly transition: boolean; readonly from: Day; readonly to: Day }

type Next = {
  /** Those that one can choose, the first to come first. */
  readonly ahead: readonly SchoolYear[]
  readonly moment: TestMoment
  /** Of this school year. */
  readonly tests: readonly TestDays[]
  readonly today: Day
}

/**
 * The school year in which it can be measured next: this one as long as its test is still to come, by the year circle or,
 * where that says nothing of it, by when schools take that test.
 */
export function nextMeasured({ ahead, moment, tests, today }: Next): SchoolYear {
  const thisYear = schoolYearOf(today)
  const [first = thisYear] = ahead
  if (first !== thisYear) return first
  const last = tests
    .filter((one) => momentIn(one) === moment)
    .reduce((day, { to }) => (to > day ? to : day), '')
  return (last || usualEnd(moment, thisYear)) >= today ? thisYear : nextYear(thisYear)
}

/** Which test it is: the year circle knows days and no moments. */
function momentIn({ transition, from }: TestDays): TestMoment {
  if (transition) return 'D'
  const month = Number(from.slice(5, 7))
  return month >= 8 && month <= 11 ? 'B' : month === 12 || month <= 3 ? 'M' : 'E'
}

/** The last day on which a school would take it. */
function usualEnd(moment: TestMoment, year: SchoolYear): string {
  const [autumn, spring] = year.split('-')
  return { B: `${autumn}-11-30`, M: `${spring}-03-31`, D: `${spring}-03-31`, E: lastDay(year) }[moment]
}
