import type { Sql } from '../db/database.ts'
import type { AnswerId, QuestionId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import type { Answer, AnswerKind, OfferedStep, ReplyAs } from './answer.ts'

/** Reading answers as they lie in the database. Who may read them is asked by the stores. */

const rows = (sql: Sql, actor: Actor) =>
  sql
    .selectFrom('question_answer')
    .leftJoin('appointment', 'appointment.id', 'question_answer.appointment_id')
    .selectAll('question_answer')
    .select('appointment.state as come_state')
    .where('question_answer.school_id', '=', actor.schoolId)
    .where('question_answer.taken_back_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const answerFrom = (row: Row): Answer => ({
  id: row.id,
  questionId: row.question_id,
  by: row.by_id,
  kind: row.kind as AnswerKind,
  words: row.words,
  variant: row.variant,
  agreement: row.agreed_words === null ? null : { words: row.agreed_words, href: row.agreed_href ?? '/plan' },
  colleague: row.colleague_id,
  step: stepFrom(row),
  appointment: row.appointment_id,
  isOff: row.come_state === 'cancelled',
  at: row.answered_at,
  reply:
    row.reply === null || row.replied_at === null
      ? null
      : { as: row.reply as ReplyAs, words: row.reply_words, at: row.replied_at },
})

function stepFrom({ plan_id, entry_id, step_what, step_taken_at, step_id }: Row): OfferedStep | null {
  if (plan_id === null || entry_id === null || step_what === null) return null
  return { planId: plan_id, entryId: entry_id, what: step_what, takenAt: step_taken_at, stepId: step_id }
}

/** The answers to these questions, oldest first; without what was taken back. */
export async function loadAnswers(
  sql: Sql,
  actor: Actor,
  ids: readonly QuestionId[],
): Promise<ReadonlyMap<QuestionId, readonly Answer[]>> {
  const byId = new Map<QuestionId, Answer[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return byId
  const found = await rows(sql, actor)
    .where('question_answer.question_id', 'in', ids)
    .orderBy('question_answer.answered_at')
    .orderBy('question_answer.id')
    .execute()
  for (const row of found) byId.get(row.question_id)?.push(answerFrom(row))
  return byId
}

export const loadAnswersTo = async (sql: Sql, actor: Actor, id: QuestionId): Promise<readonly Answer[]> =>
  (await loadAnswers(sql, actor, [id])).get(id) ?? []

/** One answer; null when there is none, or when it was taken back. */
export async function loadAnswer(sql: Sql, actor: Actor, id: AnswerId): Promise<Answer | null> {
  const row = await rows(sql, actor).where('question_answer.id', '=', id).executeTakeFirst()
  return row ? answerFrom(row) : null
}
