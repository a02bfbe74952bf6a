import type { Db, Sql } from '../db/database.ts'
import { dayOf, momentOf } from '../kernel/day.ts'
import type { QuestionId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'

/** With heavy-store the sole writer of heavy_call: what is over goes soon, for nobody needs to count it. */

const DAY = 86_400_000
/** A call that is over. Nobody looks back at how often somebody asked. */
const DAYS_OF_CALLS = 14
/** A call that nobody closed: long enough that a holiday between does not hide it. */
const DAYS_OF_OPEN_CALLS = 28

/** Deletes on the whole server the calls that are over, and all of people who left. */
export async function forgetOldCalls(db: Db, now: Date): Promise<void> {
  const ago = (days: number) => momentOf(new Date(now.getTime() - days * DAY))
  await db.write('server', async (sql) => {
    await sql.deleteFrom('heavy_call').where('ended_at', '<', ago(DAYS_OF_CALLS)).execute()
    await sql.deleteFrom('heavy_call').where('called_at', '<', ago(DAYS_OF_OPEN_CALLS)).execute()
    const left = await sql.selectFrom('person').select('id').where('left_on', '<=', dayOf(now)).execute()
    const ids = left.map(({ id }) => id)
    if (ids.length > 0) await sql.deleteFrom('heavy_call').where('person_id', 'in', ids).execute()
  })
}

/** A question goes: the call stays, without it. Inside the caller's transaction. */
export async function forgetQuestionOfCalls(
  sql: Sql,
  actor: Actor,
  ids: readonly QuestionId[],
): Promise<void> {
  if (ids.length === 0) return
  await sql
    .updateTable('heavy_call')
    .set({ question_id: null })
    .where('school_id', '=', actor.schoolId)
    .where('question_id', 'in', [...ids])
    .execute()
}
