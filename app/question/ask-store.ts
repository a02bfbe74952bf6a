import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { AskedId, PersonId, QuestionId } from '../kernel/id.ts'
import { isRefusal, type May, type Refusal, refuse } from '../kernel/refusal.ts'
import { type Actor, type Member, personOf } from '../session/actor.ts'
import {
  type Ask,
  type AskRefusal,
  answerNo,
  answerYes,
  askColleagues,
  askOf,
  type GivenYes,
  passOn,
  seenByAsker,
  withdrawAsk,
} from './ask.ts'
import { loadAsks, loadPresent } from './ask-load.ts'
import { type AskBecause, type AskNo, mayAnswerAsk, mayAskColleague, maySeeAnswers } from './ask-may.ts'
import type { Question } from './question.ts'
import { mayRead } from './question-may.ts'
import { heldQuestion, saveQuestion } from './question-write-store.ts'
import { letOut, stepTo } from './rung.ts'

/** Sole writer of question_ask, with `ask-leaver-store.ts`. */

/** What a letter tells, to whom and about whom. */
export type AskTold = {
  readonly kind: 'asked' | 'answered' | 'withdrawn'
  readonly question: QuestionId
  readonly ask: AskedId
  readonly to: PersonId
  /** Null: the product itself, because somebody left the school. */
  readonly by: PersonId | null
}
/** Tells those concerned, inside the transaction: what is not stored is not told. */
export type TellAsk = (at: { readonly sql: Sql; readonly tx: Db }, told: readonly AskTold[]) => Promise<void>

export type AskActing = { readonly id: QuestionId; readonly now: Moment; readonly tell: TellAsk }

type Inside = {
  readonly sql: Sql
  readonly question: Question
  readonly asks: readonly Ask[]
  readonly me: PersonId
}
type Act = {
  readonly may: (question: Question) => May<AskBecause>
  readonly rule: (
    at: Inside,
  ) => Promise<readonly Ask[] | Refusal<AskRefusal>> | readonly Ask[] | Refusal<AskRefusal>
  readonly told: (before: readonly Ask[], after: readonly Ask[], question: Question) => readonly AskTold[]
  /** What asking does to the question itself: it comes to the second rung. */
  readonly moves?: boolean
}

/** One act on the asks of a question, on what stands there now. Null: no such question for this actor. */
function actOnAsks(db: Db, actor: Member, { id, now, tell }: AskActing, act: Act) {
  return db.write(actor, async (sql, tx): Promise<'done' | AskNo | null> => {
    const question = await heldQuestion(sql, tx, actor, id)
    if (question === null || !mayRead(question, actor).may) return null
    const may = act.may(question)
    if (!may.may)
      return may.because === 'closed' ? refuse('closed') : { refused: 'may-not', because: may.because }
    const before = await loadAsks(sql, actor, id)
    const after = await act.rule({ sql, question, asks: before, me: actor.personId })
    if (isRefusal(after)) return after
    const moved = act.moves && question.rung === 1 ? stepTo(question, 2, now) : question
    if (isRefusal(moved)) return refuse('closed')
    const changed = after.filter((ask) => !before.includes(ask)).map(({ personId }) => personId)
    await saveAsks(sql, actor, id, before, after)
    // Who is asked reads it because of that alone: after a no, also who was let in before reads it no more.
    await saveQuestion(sql, actor, { before: question, after: changed.reduce(letOut, moved), now })
    await tell({ sql, tx }, act.told(before, after, question))
    return 'done'
  })
}

/** Asks colleagues; the question comes to the second rung when it stood on the first. The asker alone. */
export const askThem = (db: Db, actor: Member, acting: AskActing, colleagues: readonly PersonId[]) =>
  actOnAsks(db, actor, acting, {
    may: (question) => mayAskColleague(question, actor),
    rule: async ({ sql, question: { asker }, asks }) =>
      askColleagues(asks, { asker, colleagues, present: await loadPresent(sql, actor) }, acting.now),
    told: (before, after) =>
      after
        .filter(({ id }) => !before.some((ask) => ask.id === id))
        .map((ask) => tellOf('asked', acting.id, ask, ask.personId, actor)),
    moves: true,
  })

const tellOf = (
  kind: AskTold['kind'],
  question: QuestionId,
  { id: ask }: Ask,
  to: PersonId,
  actor: Actor,
): AskTold => ({ kind, question, ask, to, by: personOf(actor) })

/** What an asked colleague answers: yes with a line or moment or neither, not now, or somebody else's name. */
export type GivenAnswer =
  | ({ readonly as: 'yes' } & GivenYes)
  | { readonly as: 'no' }
  | { readonly as: 'pass'; readonly proposed: PersonId }

/** Answers an ask; who is asked alone. After no or another's name this person reads the question no more. */
export const answerAsk = (db: Db, actor: Member, acting: AskActing, given: GivenAnswer) =>
  actOnAsks(db, actor, acting, {
    may: (question) => mayAnswerAsk(question, actor),
    rule: async ({ sql, question: { asker }, asks, me }) => {
      if (given.as === 'yes') return answerYes(asks, me, given, acting.now)
      if (given.as === 'no') return answerNo(asks, me, acting.now)
      const present = await loadPresent(sql, actor)
      return passOn(asks, me, { proposed: given.proposed, asker, present }, acting.now)
    },
    told: (_, after, { asker }) => {
      const mine = askOf(after, actor.personId)
      return mine ? [tellOf('answered', acting.id, mine, asker, actor)] : []
    },
  })

/** Takes an ask back; the asker alone. */
export const takeBackAsk = (db: Db, actor: Member, acting: AskActing, ask: AskedId) =>
  actOnAsks(db, actor, acting, {
    may: (question) => mayAskColleague(question, actor),
    rule: ({ asks }) => withdrawAsk(asks, ask, acting.now),
    told: (before) =>
      before
        .filter(({ id }) => id === ask)
        .map((taken) => tellOf('withdrawn', acting.id, taken, taken.personId, actor)),
  })

/** Everybody who was asked, with their answers: for the asker. A colleague gets the own ask alone. */
export async function asksOf(db: Db, actor: Actor, question: Question): Promise<Ask[]> {
  const asks = await db.read(actor, (sql) => loadAsks(sql, actor, question.id))
  if (maySeeAnswers(question, actor).may) return asks
  const me = personOf(actor)
  return asks.filter(({ personId }) => personId === me)
}

/** The own ask of somebody, also when it is over and the question is no longer theirs to read; null: never asked. */
export async function ownAsk(db: Db, actor: Member, id: QuestionId): Promise<Ask | null> {
  const asks = await db.read(actor, (sql) => loadAsks(sql, actor, id))
  return askOf(asks, actor.personId) ?? null
}

/** Remembers that the asker saw the answers. */
export async function markAnswersSeen(
  db: Db,
  actor: Member,
  question: Question,
  asks: readonly Ask[],
  now: Moment,
) {
  if (!maySeeAnswers(question, actor).may || seenByAsker(asks, now) === asks) return
  await db.write(actor, (sql) =>
    sql
      .updateTable('question_ask')
      .set({ seen_at: now })
      .where('question_id', '=', question.id)
      .where('school_id', '=', actor.schoolId)
      .where('state', 'in', ['yes', 'no', 'passed'])
      .where('seen_at', 'is', null)
      .execute(),
  )
}

/** Stores what became of the asks of a question, inside the caller's transaction that holds it. */
export async function saveAsks(
  sql: Sql,
  actor: Actor,
  question: QuestionId,
  before: readonly Ask[],
  after: readonly Ask[],
) {
  const gone = before.filter(({ id }) => !after.some((ask) => ask.id === id)).map(({ id }) => id)
  if (gone.length > 0)
    await sql
      .deleteFrom('question_ask')
      .where('id', 'in', gone)
      .where('school_id', '=', actor.schoolId)
      .execute()
  for (const ask of after) if (!before.includes(ask)) await putAsk(sql, actor, question, ask)
}

async function putAsk(sql: Sql, actor: Actor, question_id: QuestionId, ask: Ask) {
  const row = {
    state: ask.state,
    answered_at: ask.answeredAt,
    words: ask.words,
    starts_at: ask.startsAt,
    proposed_id: ask.proposed,
    seen_at: ask.seenAt,
  }
  await sql
    .insertInto('question_ask')
    .values({
      ...row,
      id: ask.id,
      question_id,
      school_id: actor.schoolId,
      person_id: ask.personId,
      asked_at: ask.askedAt,
    })
    .onConflict((is) => is.column('id').doUpdateSet(row))
    .execute()
}
