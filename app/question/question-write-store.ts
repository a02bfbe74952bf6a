import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type PersonId, type QuestionId } from '../kernel/id.ts'
import { isRefusal, type May, type Refusal, refuse } from '../kernel/refusal.ts'
import { type Actor, type Member, personOf } from '../session/actor.ts'
import {
  type About,
  isRunning,
  MOST_RUNNING,
  NOTHING,
  parseSentence,
  type Question,
  type QuestionRefusal,
  type Rung,
} from './question.ts'
import { loadIdsOf, loadQuestion, loadQuestionsById } from './question-load.ts'
import { mayRead, mayThrowAway, type QuestionBecause, type QuestionNo } from './question-may.ts'

/** With `question-tidy-store` the sole writer of question, question_rung, question_reader and question_tally. */

export type NewQuestion = {
  readonly text: string
  readonly about: About
  /** The asker's own track; checked by the caller. */
  readonly tie?: Question['tie']
}

/** Writes a question down, on the first rung: for the asker alone. The same sent twice is one question. */
export function askQuestion(
  db: Db,
  actor: Member,
  given: NewQuestion,
  now: Moment,
): Promise<QuestionId | QuestionNo> {
  const text = parseSentence(given.text, 'text')
  if (isRefusal(text)) return Promise.resolve(text)
  if (text === '') return Promise.resolve(refuse('text-missing', 'text'))
  return db.write(actor, async (sql, tx) => {
    await tx.hold(actor.personId)
    const running = await runningOf(sql, actor)
    const twice = running.find((question) => isSentTwice(question, text, now))
    if (twice) return twice.id
    if (running.length >= MOST_RUNNING) return refuse('questions-many')
    const question = newQuestion(actor, { ...given, text }, now)
    await sql.insertInto('question').values(rowOf(actor, question)).execute()
    return question.id
  })
}

const runningOf = async (sql: Sql, actor: Member) =>
  (await loadQuestionsById(sql, actor, await loadIdsOf(sql, actor, actor.personId))).filter(
    (question) => question.asker === actor.personId && isRunning(question),
  )

/** The same words within a minute: a form that was sent twice. In milliseconds. */
const ONE_SENDING = 60_000
const isSentTwice = (question: Question, text: string, now: Moment) =>
  question.text.text === text && Math.abs(Date.parse(now) - Date.parse(question.askedAt)) < ONE_SENDING

const newQuestion = (actor: Member, given: NewQuestion, now: Moment): Question => ({
  id: newId<'question'>(),
  asker: actor.personId,
  about: given.about,
  text: { text: given.text, revision: 1 },
  rung: 1,
  rungAt: now,
  rungs: [],
  asks: [],
  letIn: [],
  heavyAt: null,
  topic: null,
  tie: given.tie ?? null,
  askedAt: now,
  readAt: null,
  closed: null,
  helped: NOTHING,
  revision: 1,
  changedAt: now,
})

const rowOf = (actor: Actor, question: Question) => ({
  id: question.id,
  school_id: actor.schoolId,
  asker_id: question.asker,
  about: question.about,
  text: question.text.text,
  text_revision: question.text.revision,
  rung: question.rung,
  rung_at: question.rungAt,
  heavy_at: question.heavyAt,
  topic: question.topic?.key ?? null,
  topic_at: question.topic?.at ?? null,
  topic_by: question.topic?.by ?? null,
  plan_id: question.tie?.planId ?? null,
  entry_id: question.tie?.entryId ?? null,
  asked_at: question.askedAt,
  read_at: question.readAt,
  closed_at: question.closed?.at ?? null,
  solved_on: question.closed?.solvedOn ?? null,
  helped: question.helped.text,
  helped_revision: question.helped.revision,
  revision: question.revision,
  changed_at: question.changedAt,
})

/** Inside the caller's transaction: waits for whoever changes this question, and reads it as it stands. No rights. */
export async function heldQuestion(sql: Sql, tx: Db, actor: Actor, id: QuestionId): Promise<Question | null> {
  await tx.hold(id)
  return loadQuestion(sql, actor, id)
}

/** Tells those concerned of a change, inside the transaction: what is not stored is not told. */
export type TellChange = (at: { readonly sql: Sql; readonly tx: Db }, after: Question) => Promise<void>

export type Changing = {
  readonly id: QuestionId
  readonly now: Moment
  /** The revision that the form began from; absent: whatever stands there. */
  readonly revision?: number | undefined
  readonly tell?: TellChange
}

/**
 * Changes a question on what stands there now, one after another, by a pure rule. Null: no such question, or not one
 * that this actor may read. Asks are not of this: `ask-store` writes those.
 */
export function changeQuestion(
  db: Db,
  actor: Actor,
  { id, now, revision, tell }: Changing,
  may: (question: Question) => May<QuestionBecause>,
  rule: (question: Question) => Question | Refusal<QuestionRefusal>,
): Promise<'done' | QuestionNo | null> {
  return db.write(actor, async (sql, tx) => {
    const question = await heldQuestion(sql, tx, actor, id)
    if (question === null || !mayRead(question, actor).may) return null
    const allowed = may(question)
    if (!allowed.may) return { refused: 'may-not', because: allowed.because } as const
    if (revision !== undefined && revision !== question.revision) return refuse('changed')
    const after = rule(question)
    if (isRefusal(after)) return after
    if (after === question) return 'done' as const
    await saveQuestion(sql, actor, { before: question, after, now })
    await tell?.({ sql, tx }, after)
    return 'done' as const
  })
}

type Saving = {
  readonly before: Question
  readonly after: Question
  readonly now: Moment
  /** False when only a sentence was saved while somebody writes: forms that stand open stay good. */
  readonly isAct?: boolean
}

/** Stores what became of a question, inside the caller's transaction that holds it: its row, rungs and readers. */
export async function saveQuestion(sql: Sql, actor: Actor, { before, after, now, isAct = true }: Saving) {
  const revision = before.revision + (isAct ? 1 : 0)
  // That somebody read it is for `markRead` alone, which may have said so meanwhile.
  const { id, school_id, read_at: _, ...row } = rowOf(actor, { ...after, revision, changedAt: now })
  await sql.updateTable('question').set(row).where('id', '=', id).where('school_id', '=', school_id).execute()
  for (const rung of after.rungs) if (!before.rungs.includes(rung)) await putRung(sql, actor, id, rung)
  await putReaders(sql, actor, before, after)
}

async function putRung(sql: Sql, actor: Actor, question_id: QuestionId, rung: Rung) {
  const row = {
    began_at: rung.beganAt,
    idea: rung.idea.text,
    idea_revision: rung.idea.revision,
    did_at: rung.didAt,
    saw: rung.saw.text,
    saw_revision: rung.saw.revision,
  }
  await sql
    .insertInto('question_rung')
    .values({ ...row, question_id, rung: rung.rung, school_id: actor.schoolId })
    .onConflict((is) => is.columns(['question_id', 'rung']).doUpdateSet(row))
    .execute()
}

async function putReaders(sql: Sql, actor: Actor, before: Question, after: Question) {
  const had = (person: PersonId) => before.letIn.some(({ personId }) => personId === person)
  const has = (person: PersonId) => after.letIn.some(({ personId }) => personId === person)
  const gone = before.letIn.filter(({ personId }) => !has(personId)).map(({ personId }) => personId)
  const come = after.letIn.filter(({ personId }) => !had(personId))
  if (gone.length > 0)
    await sql
      .deleteFrom('question_reader')
      .where('question_id', '=', after.id)
      .where('person_id', 'in', gone)
      .where('school_id', '=', actor.schoolId)
      .execute()
  if (come.length > 0)
    await sql
      .insertInto('question_reader')
      .values(
        come.map(({ personId, at }) => ({
          question_id: after.id,
          school_id: actor.schoolId,
          person_id: personId,
          let_in_at: at,
        })),
      )
      .execute()
}

/** Remembers that somebody else has read these: from then on they can no longer be thrown away as if never asked. */
export async function markRead(
  db: Db,
  actor: Actor,
  questions: readonly Question[],
  now: Moment,
): Promise<void> {
  const person = personOf(actor)
  const fresh = questions.filter(
    (question) => question.readAt === null && question.asker !== person && mayRead(question, actor).may,
  )
  if (person === null || fresh.length === 0) return
  await db.write(actor, (sql) =>
    sql
      .updateTable('question')
      .set({ read_at: now })
      .where(
        'id',
        'in',
        fresh.map(({ id }) => id),
      )
      .where('school_id', '=', actor.schoolId)
      .where('read_at', 'is', null)
      .execute(),
  )
}

/** Throws a question away that nobody else has read, with everything of it. Null: no such question for this actor. */
export function throwAway(db: Db, actor: Actor, id: QuestionId): Promise<'done' | QuestionNo | null> {
  return db.write(actor, async (sql, tx) => {
    const question = await heldQuestion(sql, tx, actor, id)
    if (question === null || !mayRead(question, actor).may) return null
    const may = mayThrowAway(question, actor)
    if (!may.may) return { refused: 'may-not', because: may.because } as const
    await deleteQuestions(sql, actor, [id])
    return 'done' as const
  })
}

type Forget = (sql: Sql, actor: Actor, ids: readonly QuestionId[]) => Promise<void>
const others = new Set<Forget>()

/** A higher room that keeps something of questions (an answer) says how it goes with them; once, where routes are made. */
export const whenForgotten = (forget: Forget) => void others.add(forget)

/** Inside the caller's transaction: everything of these questions goes, in higher rooms too. */
export async function deleteQuestions(sql: Sql, actor: Actor, ids: readonly QuestionId[]): Promise<void> {
  if (ids.length === 0) return
  for (const forget of others) await forget(sql, actor, ids)
  for (const table of ['question_ask', 'question_reader', 'question_rung'] as const)
    await sql
      .deleteFrom(table)
      .where('question_id', 'in', ids)
      .where('school_id', '=', actor.schoolId)
      .execute()
  await sql.deleteFrom('question').where('id', 'in', ids).where('school_id', '=', actor.schoolId).execute()
}
