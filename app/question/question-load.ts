import type { Sql } from '../db/database.ts'
import type { PersonId, QuestionId } from '../kernel/id.ts'
import { topicKeyOf } from '../school/topic.ts'
import type { Actor } from '../session/actor.ts'
import type { About, Asked, AskState, LetIn, Question, Rung, RungNumber } from './question.ts'

/** Reading questions as they lie in the database. Who may read them is asked by the stores. */

const rows = (sql: Sql, actor: Actor) =>
  sql.selectFrom('question').selectAll().where('school_id', '=', actor.schoolId)

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>
type Parts = Pick<Question, 'rungs' | 'asks' | 'letIn'>

const questionFrom = (row: Row, parts: Parts): Question => ({
  ...parts,
  id: row.id,
  asker: row.asker_id,
  about: row.about as About,
  text: { text: row.text, revision: row.text_revision },
  rung: row.rung as RungNumber,
  rungAt: row.rung_at,
  heavyAt: row.heavy_at,
  topic: topicOf(row),
  tie: row.plan_id !== null && row.entry_id !== null ? { planId: row.plan_id, entryId: row.entry_id } : null,
  askedAt: row.asked_at,
  readAt: row.read_at,
  closed: row.closed_at === null ? null : { at: row.closed_at, solvedOn: row.solved_on as RungNumber | null },
  helped: { text: row.helped, revision: row.helped_revision },
  revision: row.revision,
  changedAt: row.changed_at,
})

function topicOf(row: Row): Question['topic'] {
  const key = topicKeyOf(row.topic)
  return key === null || row.topic_at === null ? null : { key, at: row.topic_at, by: row.topic_by }
}

/** Questions by their ids, in the order of the ids; of another school none. No rights: ask `mayRead`. */
export async function loadQuestionsById(
  sql: Sql,
  actor: Actor,
  ids: readonly QuestionId[],
): Promise<Question[]> {
  if (ids.length === 0) return []
  const found = await rows(sql, actor).where('id', 'in', ids).execute()
  const [rungs, asks, letIn] = [
    await loadRungs(sql, actor, ids),
    await loadAsks(sql, actor, ids),
    await loadLetIn(sql, actor, ids),
  ]
  const byId = new Map(
    found.map((row) => [
      row.id,
      questionFrom(row, {
        rungs: rungs.get(row.id) ?? [],
        asks: asks.get(row.id) ?? [],
        letIn: letIn.get(row.id) ?? [],
      }),
    ]),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export const loadQuestion = async (sql: Sql, actor: Actor, id: QuestionId): Promise<Question | null> =>
  (await loadQuestionsById(sql, actor, [id]))[0] ?? null

type ByQuestion<Part> = ReadonlyMap<QuestionId, readonly Part[]>

function grouped<Of extends { question_id: QuestionId }, Part>(
  found: readonly Of[],
  partOf: (row: Of) => Part,
): ByQuestion<Part> {
  const byId = new Map<QuestionId, Part[]>()
  for (const row of found) {
    const parts = byId.get(row.question_id)
    if (parts) parts.push(partOf(row))
    else byId.set(row.question_id, [partOf(row)])
  }
  return byId
}

async function loadRungs(sql: Sql, actor: Actor, ids: readonly QuestionId[]): Promise<ByQuestion<Rung>> {
  const found = await sql
    .selectFrom('question_rung')
    .selectAll()
    .where('question_id', 'in', ids)
    .where('school_id', '=', actor.schoolId)
    .orderBy('rung')
    .execute()
  return grouped(found, (row) => ({
    rung: row.rung as RungNumber,
    beganAt: row.began_at,
    idea: { text: row.idea, revision: row.idea_revision },
    didAt: row.did_at,
    saw: { text: row.saw, revision: row.saw_revision },
  }))
}

async function loadAsks(sql: Sql, actor: Actor, ids: readonly QuestionId[]): Promise<ByQuestion<Asked>> {
  const found = await sql
    .selectFrom('question_ask')
    .select(['id', 'question_id', 'person_id', 'state', 'asked_at', 'answered_at'])
    .where('question_id', 'in', ids)
    .where('school_id', '=', actor.schoolId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return grouped(found, (row) => ({
    id: row.id,
    personId: row.person_id,
    state: row.state as AskState,
    askedAt: row.asked_at,
    answeredAt: row.answered_at,
  }))
}

async function loadLetIn(sql: Sql, actor: Actor, ids: readonly QuestionId[]): Promise<ByQuestion<LetIn>> {
  const found = await sql
    .selectFrom('question_reader')
    .selectAll()
    .where('question_id', 'in', ids)
    .where('school_id', '=', actor.schoolId)
    .orderBy('let_in_at')
    .orderBy('person_id')
    .execute()
  return grouped(found, (row) => ({ personId: row.person_id, at: row.let_in_at }))
}

/** Which questions somebody asked, was asked for, or was let in to; the last changed first. */
export async function loadIdsOf(sql: Sql, actor: Actor, person: PersonId): Promise<QuestionId[]> {
  const found = await sql
    .selectFrom('question')
    .select('id')
    .where('school_id', '=', actor.schoolId)
    .where((is) =>
      is.or([
        is('asker_id', '=', person),
        is('id', 'in', (of) =>
          of
            .selectFrom('question_ask')
            .select('question_id')
            .where('person_id', '=', person)
            .where('state', 'in', ['asked', 'yes']),
        ),
        is('id', 'in', (of) =>
          of.selectFrom('question_reader').select('question_id').where('person_id', '=', person),
        ),
      ]),
    )
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return found.map(({ id }) => id)
}
