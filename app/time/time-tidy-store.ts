import type { Db, Sql } from '../db/database.ts'
import { type Day, dayOf } from '../kernel/day.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { firstDay, lastDay } from '../kernel/school-year.ts'
import { termEnds } from '../school/retention.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Actor, Keeper } from '../session/actor.ts'
import { ownerOf, type TimeNo } from './time-store.ts'

/**
 * Deletes own time that has come to its end, school by school: of who left the school at once, for nobody else ever
 * reads it; of everybody else when it is as old as the school keeps things.
 */
export async function forgetOldTime(db: Db, now: Date): Promise<void> {
  const today = dayOf(now)
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    await db.write(keeper, async (sql) => {
      await forgetOfLeft(sql, keeper, today)
      await forgetPastTerm(sql, keeper, today)
    })
  }
}

async function forgetOfLeft(sql: Sql, keeper: Keeper, today: Day) {
  for (const table of ['time_entry', 'time_running'] as const)
    await sql
      .deleteFrom(table)
      .where('school_id', '=', keeper.schoolId)
      .where('person_id', 'in', (one) =>
        one
          .selectFrom('person')
          .select('person.id')
          .where('person.school_id', '=', keeper.schoolId)
          .where('person.left_on', '<', today),
      )
      .execute()
}

async function forgetPastTerm(sql: Sql, keeper: Keeper, today: Day) {
  const { retention_years } = await sql
    .selectFrom('school')
    .select('retention_years')
    .where('id', '=', keeper.schoolId)
    .executeTakeFirstOrThrow()
  await sql
    .deleteFrom('time_entry')
    .where('school_id', '=', keeper.schoolId)
    .where('on_day', '<=', termEnds(today, -retention_years))
    .execute()
}

/** Wipes all of a school year of the actor's own time, for good. */
export function wipeYear(db: Db, actor: Actor, year: SchoolYear): Promise<null | TimeNo> {
  const owner = ownerOf(actor)
  if (typeof owner !== 'string') return Promise.resolve(owner)
  return db.write(actor, async (sql) => {
    await sql
      .deleteFrom('time_entry')
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', owner)
      .where('on_day', '>=', firstDay(year))
      .where('on_day', '<=', lastDay(year))
      .execute()
    return null
  })
}
