import type { Db, Sql } from '../db/database.ts'
import { type Day, dayOf } from '../kernel/day.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import { goneByTerm, termOf } from '../school/term-load.ts'
import type { Keeper } from '../session/actor.ts'
import { ofSchool } from './result-write-store.ts'
import { startOfYear } from './school-year-no.ts'

/**
 * With `result-write-store` and `import-store` the writer of results and imports: what the school's term has come for
 * goes. Sole writer of result_closed.
 */

/**
 * School by school: deletes the rows of pupils of school years that ended longer ago than the school's term. The figures
 * stay, and no more results of such a year are taken in. Imports of which nothing is left go with them, and the name of
 * who left goes from those that stand.
 */
export async function forgetOldResults(db: Db, now: Date): Promise<void> {
  for (const { id } of await schoolsOnServer(db)) await forgetOf(db, { kind: 'keeper', schoolId: id }, now)
}

function forgetOf(db: Db, keeper: Keeper, now: Date) {
  return db.write(keeper, async (sql, tx) => {
    const term = await termOf(sql, keeper)
    const first = startOfYear(schoolYearOf(dayOf(now))) - term
    await closeYears(sql, tx, keeper, first)
    await forgetImports(sql, keeper, first)
    await forgetWhoLeft(sql, keeper, term, dayOf(now))
  })
}

/** Those before the first that is kept. */
async function closeYears(sql: Sql, tx: Db, keeper: Keeper, first: number) {
  const { schoolId } = keeper
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
}

/** Undone, or all of it of years that are closed: no row has its number any more. */
async function forgetImports(sql: Sql, { schoolId }: Keeper, first: number) {
  await sql
    .deleteFrom('result_import')
    .where('school_id', '=', schoolId)
    .where((is) => is.or([is('undone_at', 'is not', null), is('last_year', '<', first)]))
    .execute()
}

async function forgetWhoLeft(sql: Sql, keeper: Keeper, term: number, today: Day) {
  const gone = await goneByTerm(sql, keeper, term, today)
  if (gone.length === 0) return
  await sql
    .updateTable('result_import')
    .set({ made_by: null })
    .where('school_id', '=', keeper.schoolId)
    .where('made_by', 'in', gone)
    .execute()
}
