import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { PersonId, QuestionId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import { mayRead } from '../question/question-may.ts'
import { heldQuestion } from '../question/question-write-store.ts'
import type { Actor, Member } from '../session/actor.ts'
import { mayAnswer } from './answer-may.ts'
import type { AnswerNo } from './answer-store.ts'

/** With `answer-store`, which drops it when there is an answer, the sole writer of question_take. */

/** Who takes up which question, for coordinators among themselves. */
export async function loadTakes(
  sql: Sql,
  actor: Actor,
  ids: readonly QuestionId[],
): Promise<ReadonlyMap<QuestionId, PersonId>> {
  if (ids.length === 0) return new Map()
  const found = await sql
    .selectFrom('question_take')
    .innerJoin('person', 'person.id', 'question_take.person_id')
    .select(['question_id', 'person_id'])
    .where('question_take.school_id', '=', actor.schoolId)
    .where('person.left_on', 'is', null)
    .where('question_id', 'in', ids)
    .execute()
  return new Map(found.map(({ question_id, person_id }) => [question_id, person_id]))
}

/** 'I take this one', or not after all. Who says it last has it: it is an arrangement, not a lock. */
export function takeQuestion(
  db: Db,
  actor: Member,
  id: QuestionId,
  { isTaken, now }: { readonly isTaken: boolean; readonly now: Moment },
): Promise<null | AnswerNo> {
  return db.write<null | AnswerNo>(actor, async (sql, tx) => {
    const question = await heldQuestion(sql, tx, actor, id)
    // That a question runs without the coordinators is said to none of them.
    if (question === null || !mayRead(question, actor).may) return refuse('question-gone')
    const may = mayAnswer(question, actor)
    if (!may.may) return { refused: 'may-not', because: may.because }
    await sql
      .deleteFrom('question_take')
      .where('question_id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    if (isTaken)
      await sql
        .insertInto('question_take')
        .values({ question_id: id, school_id: actor.schoolId, person_id: actor.personId, taken_at: now })
        .execute()
    return null
  })
}
