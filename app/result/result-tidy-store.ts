import type { Db } from '../db/database.ts'
import { dayOf } from '../kernel/day.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import { ofSchool } from './result-write-store.ts'
import { startOfYear } from './school-year-no.ts'

/** With `result-write-store` the writer of results: pupils' rows whose term has come go. Sole writer of result_closed. */

/**
 * School by school: deletes the rows of pupils of school years that ended longer ago than the school's term. The figures
 * stay, and no more results of such a year are taken in.
 */
export async function forgetOldResults(db: Db, now: Date): Promise<void> {
  for (const { id } of await schoolsOnServer(db)) await forgetOf(db, { kind: 'keeper', schoolId: id }, now)
}

function forgetOf(db: Db, keeper: Keeper, now: Date) {
  const { schoolId } = keeper
  return db.write(keeper, async (sql, tx) => {
    const { retention_years } = await sql
      .selectFrom('school')
      .select('retention_years')
      .where('id', '=', schoolId)
      .executeTakeFirstOrThrow()
    const first = startOfYear(schoolYearOf(dayOf(now))) - retention_years
    const old = await sql
      .selectFrom('result')
      .select('school_year')
      .distinct()
      .where(ofSchool(keeper))
      .where('school_year', '<', first)
      .execute()
    if (old.length === 0) return
    await tx.hold(`results ${schoolId}`)
    for (const { school_year } of old)
      await sql
        .insertInto('result_closed')
        .values({ school_id: schoolId, school_year })
        .onConflict((clash) => clash.doNothing())
        .execute()
    for (const table of ['result', 'result_before'] as const)
      await sql.deleteFrom(table).where(ofSchool(keeper)).where('school_year', '<', first).execute()
  })
}
