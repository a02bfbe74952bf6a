import type { Db, Sql } from '../db/database.ts'
import { type Day, dayOf } from '../kernel/day.ts'
import type { QuestionId } from '../kernel/id.ts'
import { termEnds } from '../school/retention.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Actor, Keeper } from '../session/actor.ts'

/**
 * Forgets, school by school: answers, takes and joins of questions that are there no more; small asks of who left at
 * once, for nobody else ever reads them, and of everybody when they are as old as the school keeps things.
 */
export async function forgetTray(db: Db, now: Date): Promise<void> {
  const today = dayOf(now)
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    await db.write(keeper, async (sql) => {
      await forgetOrphans(sql, keeper)
      await forgetSmall(sql, keeper, today)
    })
  }
}

/** Everything of these questions goes with them, inside the transaction in which they go. */
export async function forgetAnswersTo(
  sql: Sql,
  { schoolId }: Actor,
  ids: readonly QuestionId[],
): Promise<void> {
  for (const table of ['question_answer', 'question_take'] as const)
    await sql.deleteFrom(table).where('school_id', '=', schoolId).where('question_id', 'in', ids).execute()
  await sql
    .deleteFrom('question_join')
    .where('school_id', '=', schoolId)
    .where((is) => is.or([is('one_id', 'in', ids), is('other_id', 'in', ids)]))
    .execute()
}

async function forgetOrphans(sql: Sql, { schoolId }: Keeper) {
  for (const table of ['question_answer', 'question_take'] as const)
    await sql
      .deleteFrom(table)
      .where('school_id', '=', schoolId)
      .where('question_id', 'not in', (of) =>
        of.selectFrom('question').select('question.id').where('question.school_id', '=', schoolId),
      )
      .execute()
  for (const side of ['one_id', 'other_id'] as const)
    await sql
      .deleteFrom('question_join')
      .where('school_id', '=', schoolId)
      .where(side, 'not in', (of) =>
        of.selectFrom('question').select('question.id').where('question.school_id', '=', schoolId),
      )
      .execute()
}

async function forgetSmall(sql: Sql, { schoolId }: Keeper, today: Day) {
  const { retention_years } = await sql
    .selectFrom('school')
    .select('retention_years')
    .where('id', '=', schoolId)
    .executeTakeFirstOrThrow()
  const ofSchool = () => sql.deleteFrom('small_ask').where('school_id', '=', schoolId)
  await ofSchool().where('on_day', '<=', termEnds(today, -retention_years)).execute()
  await ofSchool()
    .where('person_id', 'in', (of) =>
      of
        .selectFrom('person')
        .select('person.id')
        .where('person.school_id', '=', schoolId)
        .where('person.left_on', '<', today),
    )
    .execute()
}
