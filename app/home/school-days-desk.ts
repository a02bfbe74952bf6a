import { schoolYearOf } from '../kernel/school-year.ts'
import type { IsSchoolDay } from '../visit/school-day-desk.ts'
import { freeDaysOf } from '../year/holiday-store.ts'

/** Nobody goes to look on a day without school: as the year circle has it. */
export const isSchoolDayHere: IsSchoolDay = async (db, actor, day) =>
  !(await freeDaysOf(db, actor, schoolYearOf(day))).isFree(day)
