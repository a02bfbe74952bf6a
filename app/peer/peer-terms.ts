import type { Day } from '../kernel/day.ts'
import { daysBetween, plusDays, weekdayOf } from '../kernel/days.ts'
import type { FreeSpan } from '../year/free-days.ts'

/** Until when one can learn together: the last school day before a holiday, or so many weeks from now. */
export type TermEnd = {
  readonly to: Day
  /** The holiday that begins then; null: counted in weeks. */
  readonly before: Pick<FreeSpan, 'key' | 'name' | 'kind'> | null
  readonly weeks: number
}

/** Less than this is no term. */
const SHORTEST = 21
const MOST_ENDS = 4
/** Where no holidays are known. */
const IN_WEEKS = [6, 10, 20] as const

/** The ends that are offered on a day, the nearest first. `spans`: free days of this year and the next, by day. */
export function termEnds(spans: readonly FreeSpan[], today: Day): TermEnd[] {
  const holidays = spans.filter(
    ({ kind, from }) => kind === 'holiday' && daysBetween(today, from) >= SHORTEST,
  )
  const ends = holidays.map((span) => ({ to: schoolDayBefore(span.from), before: span }))
  const once = ends.filter(({ to }, place) => ends.findIndex((one) => one.to === to) === place)
  if (once.length === 0)
    return IN_WEEKS.map((weeks) => ({ to: fridayAfter(today, weeks), before: null, weeks }))
  return once
    .sort((one, other) => (one.to < other.to ? -1 : 1))
    .slice(0, MOST_ENDS)
    .map((end) => ({ ...end, weeks: Math.round(daysBetween(today, end.to) / 7) }))
}

/** The Friday, or an earlier day of the week, before a holiday begins. */
function schoolDayBefore(day: Day): Day {
  const before = plusDays(day, -1)
  const weekday = weekdayOf(before)
  return weekday > 5 ? plusDays(before, 5 - weekday) : before
}

const fridayAfter = (today: Day, weeks: number) => {
  const there = plusDays(today, weeks * 7)
  return plusDays(there, 5 - weekdayOf(there))
}
