import type { Db, Sql } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import { daysBetween } from '../kernel/days.ts'
import { newId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import { firstDay, nextYear, previousYear, type SchoolYear } from '../kernel/school-year.ts'
import { schoolChanged } from '../school/school-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import {
  type FreeDays,
  type FreeRow,
  freeDays,
  freeRows,
  type HolidayChange,
  isFreeKey,
  isOwnKey,
} from './free-days.ts'
import { LONGEST, MOST_DAYS } from './year.ts'
import { mayPlanYear, type YearNo } from './year-may.ts'

/** Sole writer of year_holiday: what a school changed of the published holidays, and its own free days. */

/** When the school is free in a school year and the summers on both sides of it. */
export async function freeDaysOf(db: Db, actor: Actor, schoolYear: SchoolYear): Promise<FreeDays> {
  return db.read(actor, async (sql) => {
    const school = await sql
      .selectFrom('school')
      .select('region')
      .where('id', '=', actor.schoolId)
      .executeTakeFirstOrThrow()
    const changes = await changesOf(sql, actor, [previousYear(schoolYear), schoolYear])
    return freeDays(schoolYear, school.region, changes)
  })
}

/** The free days of a year as they can be changed: also what the school is not free for, or has no dates yet. */
export async function freeDaysShown(db: Db, actor: Actor, schoolYear: SchoolYear): Promise<FreeRow[]> {
  const free = await freeDaysOf(db, actor, schoolYear)
  const years = [previousYear(schoolYear), schoolYear]
  const changes = await db.read(actor, (sql) => changesOf(sql, actor, years))
  return freeRows(schoolYear, free, changes)
}

async function changesOf(sql: Sql, actor: Actor, years: SchoolYear[]): Promise<HolidayChange[]> {
  const rows = await sql
    .selectFrom('year_holiday')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where('school_year', 'in', years)
    .orderBy('key')
    .execute()
  return rows.map((row) => ({
    schoolYear: row.school_year,
    key: row.key,
    name: row.name,
    from: row.from_day,
    to: row.to_day,
    changedAt: row.changed_at,
  }))
}

/** First and last day; null where the school is not free then. */
export type GivenDays = { readonly name: string; readonly from: Day | null; readonly to: Day | null }

/** More own free days than a year has room for. */
const MOST_OWN = 60

/**
 * The school's own dates for a published holiday (or for a free day of its own that is there), or (`key` null) a new free
 * day of its own. Answers the key: the same one
 * changes or takes back what was given.
 */
export async function giveFreeDays(
  db: Db,
  actor: Actor,
  schoolYear: SchoolYear,
  key: string | null,
  given: GivenDays,
  now: Moment,
): Promise<{ readonly key: string } | YearNo> {
  const no = unlessPlans(actor) ?? whyNotGiven(schoolYear, key, given)
  if (no) return no
  const made = key ?? `own-${newId<'free-day'>()}`
  return db.write(actor, async (sql, tx) => {
    await tx.hold(`year ${actor.schoolId}`)
    const own = (await changesOf(sql, actor, [schoolYear])).filter((one) => isOwnKey(one.key))
    if (key === null && own.length >= MOST_OWN) return refuse('too-many')
    if (key !== null && isOwnKey(key) && !own.some((one) => one.key === key)) return refuse('item-gone')
    const days = { name: given.name, from_day: given.from, to_day: given.to }
    const record = { changed_at: now, changed_by: personOf(actor) }
    await sql
      .insertInto('year_holiday')
      .values({ school_id: actor.schoolId, school_year: schoolYear, key: made, ...days, ...record })
      .onConflict((clash) =>
        clash.columns(['school_id', 'school_year', 'key']).doUpdateSet({ ...days, ...record }),
      )
      .execute()
    await schoolChanged(sql, actor)
    return { key: made }
  })
}

const unlessPlans = (actor: Actor): YearNo | null => {
  const may = mayPlanYear(actor)
  return may.may ? null : { refused: 'may-not', because: may.because }
}

/** A summer ends in the next school year; everything else lies within its own. */
function whyNotGiven(year: SchoolYear, key: string | null, { name, from, to }: GivenDays): YearNo | null {
  if (key !== null && !isFreeKey(key) && !isOwnKey(key)) return refuse('item-gone')
  if (name.length > LONGEST.title) return refuse('too-long', 'name')
  const isOwn = key === null || isOwnKey(key)
  if (isOwn && name === '') return refuse('title-missing', 'name')
  if (from === null && to === null) return isOwn ? refuse('day-unknown', 'from') : null
  if (from === null) return refuse('day-unknown', 'from')
  if (to === null) return refuse('day-unknown', 'to')
  if (to < from) return refuse('days-turned', 'to')
  const end = firstDay(key === 'summer' ? nextYear(nextYear(year)) : nextYear(year))
  if (from < firstDay(year) || from >= firstDay(nextYear(year))) return refuse('outside-year', 'from')
  if (to >= end) return refuse('outside-year', 'to')
  return daysBetween(from, to) >= MOST_DAYS ? refuse('too-many-days', 'to') : null
}

/** Back to the published dates; a free day of the school's own is gone. */
export async function resetFreeDays(
  db: Db,
  actor: Actor,
  schoolYear: SchoolYear,
  key: string,
): Promise<null | YearNo> {
  const no = unlessPlans(actor)
  if (no) return no
  return db.write(actor, async (sql) => {
    await sql
      .deleteFrom('year_holiday')
      .where('school_id', '=', actor.schoolId)
      .where('school_year', '=', schoolYear)
      .where('key', '=', key)
      .execute()
    await schoolChanged(sql, actor)
    return null
  })
}
