import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { QuestionId } from '../kernel/id.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { isRunning, type RungNumber } from './question.ts'
import { mayHold } from './question-may.ts'
import { questionsOf } from './question-store.ts'
import { changeQuestion } from './question-write-store.ts'
import { stepTo } from './rung.ts'

export type OwnQuestion = { readonly id: QuestionId; readonly sentence: string; readonly rung: RungNumber }

/** The own questions that run, to book a moment for one of them; the last changed first. */
export async function ownRunning(db: Db, actor: Actor): Promise<OwnQuestion[]> {
  const me = personOf(actor)
  const questions = await questionsOf(db, actor)
  return questions
    .filter((question) => question.asker === me && isRunning(question))
    .map(({ id, text, rung }) => ({ id, sentence: text.text, rung }))
}

/** To the coordinators, by the asker alone; false: it is not theirs, or it is closed. Within a transaction it joins. */
export const bringToCoordinator = async (
  db: Db,
  actor: Actor,
  id: QuestionId,
  now: Moment,
): Promise<boolean> =>
  (await changeQuestion(
    db,
    actor,
    { id, now },
    (question) => mayHold(question, actor),
    (question) => stepTo(question, 3, now),
  )) === 'done'
