import type { Day } from '../kernel/day.ts'

const A_DAY = 86_400_000

const dayAfter = (day: Day, days: number) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * A_DAY).toISOString().slice(0, 10) as Day

/** The Monday of the week in which a day falls: by it a week is known. */
export function weekOf(day: Day): Day {
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7
  return dayAfter(day, -weekday)
}

export const nextWeek = (week: Day) => dayAfter(week, 7)
export const previousWeek = (week: Day) => dayAfter(week, -7)
/** The Friday of a week: the last of its working days. */
export const fridayOf = (week: Day) => dayAfter(week, 4)
export const sundayOf = (week: Day) => dayAfter(week, 6)
/** The seven days of a week. */
export const daysOf = (week: Day): Day[] => [0, 1, 2, 3, 4, 5, 6].map((days) => dayAfter(week, days))

/** The number of a week in its year (ISO 8601): the week of 4 January is number 1. */
export function weekNumber(week: Day): number {
  const thursday = dayAfter(weekOf(week), 3)
  const first = weekOf(`${thursday.slice(0, 4)}-01-04` as Day)
  return Math.round((Date.parse(weekOf(week)) - Date.parse(first)) / (7 * A_DAY)) + 1
}

/** The Mondays from one week to another, both included. */
export function weeksBetween(from: Day, to: Day): Day[] {
  const weeks: Day[] = []
  for (let week = weekOf(from); week <= to; week = nextWeek(week)) weeks.push(week)
  return weeks
}
