import type { Db, Sql } from '../db/database.ts'
import type { QuestionId } from '../kernel/id.ts'
import { loadQuestionsById } from '../question/question-load.ts'
import { mayRead } from '../question/question-may.ts'
import { runningElsewhere } from '../question/question-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { waitsSince } from './answer.ts'
import { loadAnswers } from './answer-load.ts'
import { mayAnswer, mayOpenTray } from './answer-may.ts'
import { loadJoins, openJoin } from './join-store.ts'
import { loadTakes } from './take-store.ts'
import { type AnsweredLine, broughtAt, type Lying } from './tray.ts'
import {
  countWaiting,
  loadAnswered,
  loadWaiting,
  type WaitingCount,
  type WaitingRow,
  type Window,
} from './tray-load.ts'

export type Tray = {
  /** What waits, too heavy first, then by rung and age: one page of it. */
  readonly waiting: readonly Lying[]
  /** All that waits. */
  readonly total: number
}

/** The tray of the coordinators, for one of them; for anybody else it is empty. */
export async function trayOf(db: Db, actor: Actor, window: Window): Promise<Tray> {
  if (!mayOpenTray(actor).may) return { waiting: [], total: 0 }
  return db.read(actor, async (sql) => {
    const { rows, total } = await loadWaiting(sql, actor, personOf(actor), window)
    const isPast = rows.length === 0 && window.offset > 0
    const all = isPast ? (await countWaiting(sql, actor, personOf(actor))).waiting : total
    return { waiting: await lying(sql, actor, rows), total: all }
  })
}

/** A question in the tray, whether it waits or was answered; null when this actor does not answer it. */
export async function lyingQuestion(db: Db, actor: Actor, id: QuestionId): Promise<Lying | null> {
  return db.read(actor, async (sql) => {
    const [found] = await lying(sql, actor, [{ id }])
    if (!found || !mayAnswer(found.question, actor).may) return null
    const brought = broughtAt(found.question)
    return brought === null ? found : { ...found, since: waitsSince(found.answers, brought) }
  })
}

async function lying(
  sql: Sql,
  actor: Actor,
  rows: readonly (Pick<WaitingRow, 'id'> & Partial<WaitingRow>)[],
): Promise<Lying[]> {
  const ids = rows.map(({ id }) => id)
  const questions = await loadQuestionsById(sql, actor, ids)
  const answers = await loadAnswers(sql, actor, ids)
  const takes = await loadTakes(sql, actor, ids)
  const joins = await loadJoins(sql, actor, ids)
  return questions
    .filter((question) => mayRead(question, actor).may)
    .map((question) => ({
      question,
      since: rows.find(({ id }) => id === question.id)?.since ?? question.askedAt,
      answers: answers.get(question.id) ?? [],
      takenBy: takes.get(question.id) ?? null,
      join: openJoin(joins, question.id),
    }))
}

const NOTHING = { waiting: 0, oldestSince: null, newestSince: null, running: 0 }

/**
 * What lies with the coordinators, in numbers, for a line on Vandaag; nothing for anybody else. `running`: how many
 * questions run without them.
 */
export async function trayCount(db: Db, actor: Actor): Promise<WaitingCount & { readonly running: number }> {
  if (!mayOpenTray(actor).may) return NOTHING
  const counted = await db.read(actor, (sql) => countWaiting(sql, actor, personOf(actor)))
  return { ...counted, running: await runningElsewhere(db, actor) }
}

/** What this coordinator answered, the newest first; questions that came back from the coordinators are not among them. */
export async function answeredBy(db: Db, actor: Actor, limit: number): Promise<AnsweredLine[]> {
  const me = personOf(actor)
  if (me === null || !mayOpenTray(actor).may) return []
  return db.read(actor, async (sql) => {
    const ids = (await loadAnswered(sql, actor, me, limit)).map(({ question }) => question)
    const questions = await loadQuestionsById(sql, actor, ids)
    const answers = await loadAnswers(sql, actor, ids)
    return questions
      .filter((question) => mayRead(question, actor).may)
      .map((question) => ({ question, answers: answers.get(question.id) ?? [] }))
  })
}
