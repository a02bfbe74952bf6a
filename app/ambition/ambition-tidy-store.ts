import type { Db, Sql } from '../db/database.ts'
import { type Day, dayOf } from '../kernel/day.ts'
import { lastDay } from '../kernel/school-year.ts'
import { versionsEnd } from '../plan/snapshot.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'

/**
 * Deletes, school by school, the ambitions of which the year for which they were meant lies further back than the
 * school's term, with what they said before.
 */
export async function forgetOldAmbitions(db: Db, now: Date): Promise<void> {
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    await db.write(keeper, (sql) => forget(sql, keeper, dayOf(now)))
  }
}

async function forget(sql: Sql, { schoolId }: Keeper, today: Day) {
  const rows = await sql
    .selectFrom('ambition')
    .innerJoin('school', 'school.id', 'ambition.school_id')
    .select(['ambition.id', 'by_year as year', 'school.retention_years as term'])
    .where('ambition.school_id', '=', schoolId)
    .execute()
  const due = rows.filter(({ year, term }) => versionsEnd(lastDay(year), term) <= today).map(({ id }) => id)
  if (due.length === 0) return
  await sql
    .deleteFrom('ambition_past')
    .where('school_id', '=', schoolId)
    .where('ambition_id', 'in', due)
    .execute()
  await sql.deleteFrom('ambition').where('school_id', '=', schoolId).where('id', 'in', due).execute()
}
