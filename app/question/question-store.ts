import type { Db, Sql } from '../db/database.ts'
import type { PersonId, QuestionId } from '../kernel/id.ts'
import { type Actor, hasRole, personOf } from '../session/actor.ts'
import type { Question } from './question.ts'
import { loadIdsOf, loadQuestion, loadQuestionsById } from './question-load.ts'
import { mayRead } from './question-may.ts'

/** The reading half; `question-write-store` writes. */

/** A question as this actor may read it; null: there is none, or the actor is not in its circle. */
export async function readQuestion(db: Db, actor: Actor, id: QuestionId): Promise<Question | null> {
  const question = await db.read(actor, (sql) => loadQuestion(sql, actor, id))
  return question && mayRead(question, actor).may ? question : null
}

/** What this person asked, is asked for, or was let in to; the last changed first. Of nobody else. */
export async function questionsOf(db: Db, actor: Actor): Promise<Question[]> {
  const person = personOf(actor)
  if (person === null) return []
  return db.read(actor, async (sql) => {
    const ids = await loadIdsOf(sql, actor, person)
    const questions = await loadQuestionsById(sql, actor, ids)
    return questions.filter((question) => mayRead(question, actor).may)
  })
}

type Page = { readonly limit: number; readonly offset: number }

/**
 * The questions that run with the coordinators, for a coordinator; others get none. Too heavy first, then the longest
 * on the third rung.
 */
export async function questionsWithCoordinators(
  db: Db,
  actor: Actor,
  page: Page = { limit: 50, offset: 0 },
): Promise<Question[]> {
  if (!hasRole(actor, 'coordinator')) return []
  return db.read(actor, async (sql) =>
    loadQuestionsById(sql, actor, await idsWithCoordinators(sql, actor, page)),
  )
}

async function idsWithCoordinators(sql: Sql, actor: Actor, { limit, offset }: Page): Promise<QuestionId[]> {
  const found = await sql
    .selectFrom('question')
    .select('question.id')
    .where('question.school_id', '=', actor.schoolId)
    .where('question.closed_at', 'is', null)
    .where((is) => is.or([is('question.rung', '=', 3), is('question.heavy_at', 'is not', null)]))
    .orderBy((is) => is.case().when('question.heavy_at', 'is', null).then(1).else(0).end())
    .orderBy((is) => is.fn.coalesce('question.heavy_at', 'question.rung_at'))
    .orderBy('question.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return found.map(({ id }) => id)
}

/** How many questions run without the coordinators: the one thing a coordinator sees of those. Others get 0. */
export async function runningElsewhere(db: Db, actor: Actor): Promise<number> {
  if (!hasRole(actor, 'coordinator')) return 0
  const row = await db.read(actor, (sql) =>
    sql
      .selectFrom('question')
      .select((is) => is.fn.countAll().as('number'))
      .where('school_id', '=', actor.schoolId)
      .where('closed_at', 'is', null)
      .where('rung', '<', 3)
      .where('heavy_at', 'is', null)
      .where('asker_id', '!=', personOf(actor) ?? ('' as PersonId))
      .executeTakeFirstOrThrow(),
  )
  return Number(row.number)
}

/** Of whom these questions are, for a line to the askers themselves: never shown to others. */
export async function askersOf(
  db: Db,
  actor: Actor,
  ids: readonly QuestionId[],
): Promise<ReadonlyMap<QuestionId, PersonId>> {
  if (ids.length === 0) return new Map()
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('question')
      .select(['id', 'asker_id'])
      .where('id', 'in', ids)
      .where('school_id', '=', actor.schoolId)
      .execute(),
  )
  return new Map(rows.map(({ id, asker_id }) => [id, asker_id]))
}
