import type { Db } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import type { SchoolId } from '../kernel/id.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import type { Actor } from '../session/actor.ts'
import type { FreeDays } from '../year/free-days.ts'
import { freeDaysOf } from '../year/holiday-store.ts'
import type { IsFree } from './quiet-day.ts'

/** When the school of this actor is free, around a day. */
export const freeDaysFor = (db: Db, actor: Actor, today: Day): Promise<FreeDays> =>
  freeDaysOf(db, actor, schoolYearOf(today))

/** Whether the school of this actor is free on a day, around today. */
export async function isFreeAround(db: Db, actor: Actor, today: Day): Promise<IsFree> {
  const free = await freeDaysFor(db, actor, today)
  return (day) => free.isFree(day)
}

/** Whether nobody of a school should hear from us on a day: a weekend, a holiday, a day that the school is free. */
export async function isQuietDay(db: Db, schoolId: SchoolId, day: Day): Promise<boolean> {
  return (await freeDaysFor(db, { kind: 'keeper', schoolId }, day)).isFree(day)
}
