import type { ReadWorkWeeks } from '../plan/budget-desk.ts'
import { weeksOf } from '../year/free-days.ts'
import { freeDaysOf } from '../year/holiday-store.ts'

const DAYS_A_WEEK = 5

/** The weeks of work of a plan's school year by the year circle: its school days, without holidays and feast days. */
export const workWeeksOf: ReadWorkWeeks = async (db, actor, { schoolYear }) => {
  const free = await freeDaysOf(db, actor, schoolYear)
  const days = weeksOf(schoolYear, free).reduce((sum, { schoolDays }) => sum + schoolDays.length, 0)
  return days === 0 ? null : Math.round((10 * days) / DAYS_A_WEEK) / 10
}
