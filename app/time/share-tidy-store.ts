import type { Db, Sql } from '../db/database.ts'
import { type Day, dayOf } from '../kernel/day.ts'
import { lastDay } from '../kernel/school-year.ts'
import { versionsEnd } from '../plan/snapshot.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'

/**
 * Deletes what was shared of own time and has come to its end, school by school: of who left at once, as the time
 * itself; of everybody else the school's term after the end of the plan's year.
 */
export async function forgetShares(db: Db, now: Date): Promise<void> {
  const today = dayOf(now)
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    await db.write(keeper, (sql) => forget(sql, keeper, today))
  }
}

async function forget(sql: Sql, keeper: Keeper, today: Day) {
  const rows = await sql
    .selectFrom('time_share')
    .innerJoin('plan', 'plan.id', 'time_share.plan_id')
    .innerJoin('person', 'person.id', 'time_share.person_id')
    .innerJoin('school', 'school.id', 'time_share.school_id')
    .select([
      'time_share.id',
      'plan.school_year as year',
      'person.left_on as leftOn',
      'school.retention_years as term',
    ])
    .where('time_share.school_id', '=', keeper.schoolId)
    .execute()
  const due = rows.filter(({ year, leftOn, term }) =>
    leftOn !== null && leftOn < today ? true : versionsEnd(lastDay(year), term) <= today,
  )
  for (const { id } of due)
    await sql.deleteFrom('time_share').where('id', '=', id).where('school_id', '=', keeper.schoolId).execute()
}
