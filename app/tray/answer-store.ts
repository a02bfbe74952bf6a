import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type AnswerId, type AppointmentId, newId, type PersonId, type QuestionId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Question } from '../question/question.ts'
import { mayRead } from '../question/question-may.ts'
import { heldQuestion } from '../question/question-write-store.ts'
import { type Actor, type Member, personOf } from '../session/actor.ts'
import { holdCalendars } from '../visit/offer-store.ts'
import {
  type Answer,
  type AnswerKind,
  type AnswerRefusal,
  asksReply,
  type GivenAnswer,
  lastAnswer,
  MOST_ANSWERS,
  takeBackNo,
} from './answer.ts'
import { loadAnswer, loadAnswers, loadAnswersTo } from './answer-load.ts'
import { mayAnswer, mayReadAnswers, mayReadReply, mayTakeBack, type TrayBecause } from './answer-may.ts'

/** With `reply-store` the sole writer of question_answer; of question_take with `take-store`. */

/** Every way in which something with an answer is refused. */
export type AnswerNo = Refusal<AnswerRefusal> | { readonly refused: 'may-not'; readonly because: TrayBecause }

/** What happened, for who tells those concerned. */
export type AnswerTold = {
  readonly question: Question
  readonly answer: Answer
  readonly what: 'answered' | 'not-yet'
}
/** Tells those concerned, inside the transaction: what is not stored is not told. */
export type TellAnswer = (at: { readonly sql: Sql; readonly tx: Db }, told: AnswerTold) => Promise<void>

/** The answers to a question as this actor may read them, oldest first; nobody outside its circle reads one. */
export async function answersTo(db: Db, actor: Actor, question: Question): Promise<Answer[]> {
  if (!mayReadAnswers(question, actor).may) return []
  const answers = await db.read(actor, (sql) => loadAnswersTo(sql, actor, question.id))
  return answers.map((answer) => asSeen(answer, question, actor))
}

/** Between asker and coordinators stays when somebody comes, and what was said back. */
export function asSeen(answer: Answer, question: Question, actor: Actor): Answer {
  if (mayReadReply(question, actor).may) return answer
  return { ...answer, appointment: null, reply: null }
}

/** Makes the moment at which a coordinator comes, inside the transaction of the answer. */
export type MakeMoment<No extends string> = (tx: Db) => Promise<AppointmentId | Refusal<No>>

export type Giving<No extends string = never> = {
  readonly given: Omit<GivenAnswer, 'appointment'>
  /** The last answer that the form showed: somebody may have answered meanwhile. */
  readonly seen: AnswerId | null
  /** Of 'come' alone. */
  readonly moment?: MakeMoment<No>
  readonly now: Moment
  readonly tell: TellAnswer
}

/** Answers a question. Two answers at once: the second is told of the first, and nothing of it is lost. */
export function giveAnswer<No extends string = never>(
  db: Db,
  actor: Member,
  id: QuestionId,
  giving: Giving<No>,
): Promise<AnswerId | AnswerNo | Refusal<No>> {
  return db.write<AnswerId | AnswerNo | Refusal<No>>(actor, async (sql, tx) => {
    // Who books a turn for a question holds calendars first, then the question: always in that order.
    if (giving.given.kind === 'come') await holdCalendars(tx, actor)
    const question = await heldQuestion(sql, tx, actor, id)
    if (question === null || !mayRead(question, actor).may) return refuse('question-gone')
    const may = mayAnswer(question, actor)
    if (!may.may) return { refused: 'may-not', because: may.because }
    const there = await loadAnswersTo(sql, actor, id)
    const twice = there.find((answer) => isSentTwice(answer, actor, giving))
    if (twice) return twice.id
    if ((there.at(-1)?.id ?? null) !== giving.seen) return refuse('answered-meanwhile')
    if (there.length >= MOST_ANSWERS) return refuse('answers-many')
    const appointment = giving.given.kind === 'come' ? await momentOf(tx, giving) : null
    if (isRefusal(appointment)) return appointment
    const answer = newAnswer(actor, id, { ...giving.given, appointment }, giving.now)
    await sql.insertInto('question_answer').values(rowOf(actor, answer)).execute()
    await sql
      .deleteFrom('question_take')
      .where('question_id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    await giving.tell({ sql, tx }, { question, answer, what: 'answered' })
    return answer.id
  })
}

const momentOf = async <No extends string>(tx: Db, { moment }: Giving<No>) =>
  moment ? await moment(tx) : refuse('moment-missing', 'moment')

/** The same words of the same person within a minute: a form that was sent twice. In milliseconds. */
const ONE_SENDING = 60_000
const isSentTwice = <No extends string>(
  answer: Answer,
  { personId }: Member,
  { given, now }: Giving<No>,
): boolean =>
  answer.by === personId &&
  answer.kind === given.kind &&
  answer.words === given.words &&
  answer.colleague === given.colleague &&
  Math.abs(Date.parse(now) - Date.parse(answer.at)) < ONE_SENDING

const newAnswer = (
  { personId }: Member,
  questionId: QuestionId,
  given: GivenAnswer,
  now: Moment,
): Answer => ({
  ...given,
  id: newId<'answer'>(),
  questionId,
  by: personId,
  step: given.step && { ...given.step, takenAt: null, stepId: null },
  isOff: false,
  at: now,
  reply: null,
})

const rowOf = (actor: Member, answer: Answer) => ({
  id: answer.id,
  school_id: actor.schoolId,
  question_id: answer.questionId,
  by_id: answer.by,
  kind: answer.kind,
  words: answer.words,
  variant: answer.variant,
  agreed_words: answer.agreement?.words ?? null,
  agreed_href: answer.agreement?.href ?? null,
  colleague_id: answer.colleague,
  plan_id: answer.step?.planId ?? null,
  entry_id: answer.step?.entryId ?? null,
  step_what: answer.step?.what ?? null,
  step_taken_at: null,
  step_id: null,
  appointment_id: answer.appointment,
  answered_at: answer.at,
  reply: null,
  reply_words: '',
  replied_at: null,
  taken_back_at: null,
})

/** Calls a visit off again, inside the transaction of taking the answer back. */
export type CallOff = (tx: Db, id: AppointmentId) => Promise<unknown>

/** Takes back what was sent just now; the question waits again, as if nothing was said. */
export function takeBackAnswer(
  db: Db,
  actor: Member,
  id: AnswerId,
  { now, callOff }: { readonly now: Moment; readonly callOff: CallOff },
): Promise<null | AnswerNo> {
  return db.write<null | AnswerNo>(actor, async (sql, tx) => {
    await holdCalendars(tx, actor)
    const found = await loadAnswer(sql, actor, id)
    const question = found && (await heldQuestion(sql, tx, actor, found.questionId))
    const answer = question && (await loadAnswer(sql, actor, id))
    if (!answer) return refuse('answer-gone')
    const may = mayTakeBack(answer, actor)
    if (!may.may) return { refused: 'may-not', because: may.because }
    const no = takeBackNo(answer, now)
    if (no) return no
    if (answer.appointment !== null && !answer.isOff) await callOff(tx, answer.appointment)
    await sql
      .updateTable('question_answer')
      .set({ taken_back_at: now, words: '', step_what: null, agreed_words: null })
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    return null
  })
}

/** An answer to a question of mine with which I did nothing yet. */
export type OpenAnswer = Pick<Answer, 'questionId' | 'kind' | 'by' | 'at'> & { readonly answerId: AnswerId }

/** Which of my running questions have an answer that waits for me, the newest first. */
export async function answersForMe(db: Db, actor: Actor): Promise<OpenAnswer[]> {
  const me = personOf(actor)
  if (me === null) return []
  return db.read(actor, async (sql) => {
    const mine = await sql
      .selectFrom('question_answer')
      .innerJoin('question', 'question.id', 'question_answer.question_id')
      .select('question_answer.question_id')
      .distinct()
      .where('question.asker_id', '=', me)
      .where('question.school_id', '=', actor.schoolId)
      .where('question.closed_at', 'is', null)
      .where('question_answer.reply', 'is', null)
      .where('question_answer.taken_back_at', 'is', null)
      .execute()
    const ids = mine.map(({ question_id }) => question_id)
    const answers = await loadAnswers(sql, actor, ids)
    return ids
      .flatMap((id) => openIn(answers.get(id) ?? []))
      .sort((one, other) => (one.at > other.at ? -1 : 1))
  })
}

/** Of one question the last answer counts: what was said before it is behind it. */
function openIn(answers: readonly Answer[]): OpenAnswer[] {
  const last = lastAnswer(answers)
  if (last === null || !asksReply(last)) return []
  const { id, questionId, kind, by, at } = last
  return [{ answerId: id, questionId, kind, by, at }]
}

/** Which friendly sentence this coordinator sent last of a kind; null: none yet. */
export async function lastVariants(
  sql: Sql,
  actor: Actor,
  by: PersonId,
): Promise<ReadonlyMap<AnswerKind, readonly string[]>> {
  const found = await sql
    .selectFrom('question_answer')
    .select(['kind', 'variant'])
    .where('school_id', '=', actor.schoolId)
    .where('by_id', '=', by)
    .where('variant', '!=', '')
    .orderBy('answered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(24)
    .execute()
  const byKind = new Map<AnswerKind, string[]>()
  for (const { kind, variant } of found) {
    const known = byKind.get(kind as AnswerKind)
    if (known) known.push(variant)
    else byKind.set(kind as AnswerKind, [variant])
  }
  return byKind
}
