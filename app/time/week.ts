import type { Day } from '../kernel/day.ts'
import { mondayOf, plusDays } from '../kernel/days.ts'

/** A week is known by its Monday. */
export const nextWeek = (week: Day) => plusDays(week, 7)
export const previousWeek = (week: Day) => plusDays(week, -7)
export const sundayOf = (week: Day) => plusDays(week, 6)
/** The seven days of a week, Monday first. */
export const daysOf = (week: Day): Day[] => [0, 1, 2, 3, 4, 5, 6].map((days) => plusDays(week, days))

/** The Mondays of the weeks from one day to another, both included. */
export function weeksBetween(from: Day, to: Day): Day[] {
  const weeks: Day[] = []
  for (let week = mondayOf(from); week <= to; week = nextWeek(week)) weeks.push(week)
  return weeks
}
