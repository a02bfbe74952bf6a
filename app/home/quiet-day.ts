import type { Day } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'

/** Whether nobody is at school on a day: a weekend, a holiday. */
export type IsFree = (day: Day) => boolean

const FARTHEST = 70

/** The last day on which there is school, not after this one: what is for a free day is told of on it. */
export function schoolDayUpTo(day: Day, isFree: IsFree): Day {
  let on = day
  for (let back = 0; back < FARTHEST && isFree(on); back += 1) on = plusDays(on, -1)
  return on
}

/** The school day before this one. */
export const schoolDayBefore = (day: Day, isFree: IsFree) => schoolDayUpTo(plusDays(day, -1), isFree)
