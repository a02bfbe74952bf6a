import type { Day } from './day.ts'

/** Counting in days: pure, without a clock and without summer time. */

const A_DAY = 86_400_000
const noon = (day: Day) => Date.parse(`${day}T12:00:00Z`)

/** So many days later, or earlier when negative. */
export const plusDays = (day: Day, days: number) =>
  new Date(noon(day) + days * A_DAY).toISOString().slice(0, 10) as Day

/** How many days `to` comes after `from`; negative when it comes before. */
export const daysBetween = (from: Day, to: Day) => Math.round((noon(to) - noon(from)) / A_DAY)

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day) => new Date(noon(day)).getUTCDay() || 7

/** The Monday of the week in which a day falls. */
export const mondayOf = (day: Day) => plusDays(day, 1 - weekdayOf(day))

/** The number of the week as calendars count it (ISO 8601): the week with the first Thursday of the year is 1. */
export function weekNumber(day: Day): number {
  const thursday = plusDays(mondayOf(day), 3)
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01` as Day, thursday) / 7)
}
