import type { Db, Sql } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { AnswerId, StepId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { readPlan } from '../plan/plan-store.ts'
import { isRunning, isWithCoordinators, type Question } from '../question/question.ts'
import { heldQuestion } from '../question/question-write-store.ts'
import type { Actor, Member } from '../session/actor.ts'
import type { StepNo } from '../step/step-may.ts'
import { makeStep } from '../step/step-write-store.ts'
import type { Answer, Reply } from './answer.ts'
import { loadAnswer } from './answer-load.ts'
import { mayReply } from './answer-may.ts'
import type { AnswerNo, TellAnswer } from './answer-store.ts'

/** With `answer-store` the sole writer of question_answer: what the asker does with an answer. */

type Held = { readonly answer: Answer; readonly question: Question }

/** The answer and its question, held, for the asker alone. */
async function held(sql: Sql, tx: Db, actor: Actor, id: AnswerId): Promise<Held | AnswerNo> {
  const found = await loadAnswer(sql, actor, id)
  const question = found && (await heldQuestion(sql, tx, actor, found.questionId))
  const answer = question && (await loadAnswer(sql, actor, id))
  if (!answer) return refuse('answer-gone')
  const may = mayReply(question, actor)
  // Of a question of somebody else not even that there is an answer.
  if (!may.may) return refuse('answer-gone')
  return isRunning(question) ? { answer, question } : refuse('question-closed')
}

/**
 * Says something back: takes it up, thanks, or it does not work yet (then the question waits again). Another reply takes
 * the place of the one before.
 */
export function replyTo(
  db: Db,
  actor: Member,
  id: AnswerId,
  given: Omit<Reply, 'at'>,
  { now, tell }: { readonly now: Moment; readonly tell: TellAnswer },
): Promise<null | AnswerNo> {
  return db.write<null | AnswerNo>(actor, async (sql, tx) => {
    const there = await held(sql, tx, actor, id)
    if (isRefusal(there)) return there
    const { answer, question } = there
    if (answer.reply?.as === given.as && answer.reply.words === given.words) return null
    await sql
      .updateTable('question_answer')
      .set({ reply: given.as, reply_words: given.words, replied_at: now })
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    // What the asker took back from the coordinators is not said to them.
    if (given.as === 'not-yet' && isWithCoordinators(question))
      await tell({ sql, tx }, { question, answer, what: 'not-yet' })
    return null
  })
}

export type TakenStep = { readonly what: string; readonly onDay: Day | null }

/** Takes a step that was offered, in one tap or in other words: from then on it is a step of the asker's. */
export function takeStep(
  db: Db,
  actor: Member,
  id: AnswerId,
  given: TakenStep,
  now: Moment,
): Promise<StepId | AnswerNo | StepNo> {
  return db.write<StepId | AnswerNo | StepNo>(actor, async (sql, tx) => {
    const there = await held(sql, tx, actor, id)
    if (isRefusal(there)) return there
    const { step, reply } = there.answer
    if (step === null) return refuse('no-step')
    if (step.stepId !== null) return step.stepId
    const plan = await readPlan(tx, actor, step.planId)
    if (plan === null) return refuse('entry-gone')
    const made = await makeStep(tx, actor, plan, step.entryId, { ...given, form: null, people: [] }, now)
    if (isRefusal(made)) return made
    const replied = reply === null ? { reply: 'taken', replied_at: now } : {}
    await sql
      .updateTable('question_answer')
      .set({ step_taken_at: now, step_id: made, ...replied })
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    return made
  })
}
