import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { AskedId, PersonId, QuestionId } from '../kernel/id.ts'
import { type Actor, personOf } from '../session/actor.ts'

/** What waits for somebody of what was asked between colleagues; reads only. Names and kinds, never a text. */

export type AskWaiting = {
  readonly id: AskedId
  readonly question: QuestionId
  readonly asker: PersonId
  readonly askedAt: Moment
}

/** What colleagues ask of this person and has no answer yet, the longest waiting first; of questions that run. */
export async function asksWaiting(db: Db, actor: Actor): Promise<AskWaiting[]> {
  const me = personOf(actor)
  if (me === null) return []
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('question_ask as ask')
      .innerJoin('question', 'question.id', 'ask.question_id')
      .select(['ask.id', 'ask.question_id', 'question.asker_id', 'ask.asked_at'])
      .where('ask.school_id', '=', actor.schoolId)
      .where('ask.person_id', '=', me)
      .where('ask.state', '=', 'asked')
      .where('question.closed_at', 'is', null)
      .orderBy('ask.asked_at')
      .orderBy('ask.id')
      .execute(),
  )
  return rows.map((row) => ({
    id: row.id,
    question: row.question_id,
    asker: row.asker_id,
    askedAt: row.asked_at,
  }))
}

export type AskAnswer = {
  readonly id: AskedId
  readonly question: QuestionId
  readonly colleague: PersonId
  readonly state: 'yes' | 'no' | 'passed'
  readonly answeredAt: Moment
  /** With `passed`: whom the colleague named. */
  readonly proposed: PersonId | null
}

/** Answers of colleagues that this asker has not seen yet, the first one first; of questions that run. */
export async function askAnswers(db: Db, actor: Actor): Promise<AskAnswer[]> {
  const me = personOf(actor)
  if (me === null) return []
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('question_ask as ask')
      .innerJoin('question', 'question.id', 'ask.question_id')
      .select([
        'ask.id',
        'ask.question_id',
        'ask.person_id',
        'ask.state',
        'ask.answered_at',
        'ask.proposed_id',
      ])
      .where('ask.school_id', '=', actor.schoolId)
      .where('question.asker_id', '=', me)
      .where('question.closed_at', 'is', null)
      .where('ask.state', 'in', ['yes', 'no', 'passed'])
      .where('ask.seen_at', 'is', null)
      .orderBy('ask.answered_at')
      .orderBy('ask.id')
      .execute(),
  )
  return rows.map((row) => ({
    id: row.id,
    question: row.question_id,
    colleague: row.person_id,
    state: row.state as AskAnswer['state'],
    answeredAt: row.answered_at as Moment,
    proposed: row.proposed_id,
  }))
}
