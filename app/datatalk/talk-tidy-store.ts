import type { Db, Sql } from '../db/database.ts'
import { dayOf } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { lastDay } from '../kernel/school-year.ts'
import { termEnds } from '../school/retention.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import { goneByTerm, termOf } from '../school/term-load.ts'
import type { Keeper } from '../session/actor.ts'

/**
 * Forgets, school by school, what its term has come for: talks of years long ago as a whole, and the name of who left
 * with what was said.
 */
export async function forgetOldTalks(db: Db, now: Date): Promise<void> {
  const today = dayOf(now)
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    await db.write(keeper, async (sql) => {
      const term = await termOf(sql, keeper)
      await forgetTalks(sql, keeper, term, today)
      for (const person of await goneByTerm(sql, keeper, term, today)) await unname(sql, keeper, person)
    })
  }
}

async function forgetTalks(sql: Sql, { schoolId }: Keeper, term: number, today: string) {
  const rows = await sql
    .selectFrom('data_talk')
    .select(['id', 'school_year'])
    .where('school_id', '=', schoolId)
    .execute()
  const old = rows
    .filter(({ school_year }) => termEnds(lastDay(school_year), term) <= today)
    .map(({ id }) => id)
  if (old.length === 0) return
  for (const table of ['data_talk_line', 'data_talk_tied'] as const)
    await sql.deleteFrom(table).where('school_id', '=', schoolId).where('talk_id', 'in', old).execute()
  await sql.deleteFrom('data_talk').where('school_id', '=', schoolId).where('id', 'in', old).execute()
}

/** What was said stays with the talk; who said it is no longer known. */
async function unname(sql: Sql, { schoolId }: Keeper, person: PersonId) {
  await sql
    .updateTable('data_talk_line')
    .set({ author_id: null })
    .where('school_id', '=', schoolId)
    .where('author_id', '=', person)
    .execute()
  await sql
    .updateTable('data_talk')
    .set({ begun_by: null })
    .where('school_id', '=', schoolId)
    .where('begun_by', '=', person)
    .execute()
}
