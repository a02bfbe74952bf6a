import type { Db, Sql } from '../db/database.ts'
import { dayOf, type Moment } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import type { PatternId, QuestionId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import { loadQuestionsById } from '../question/question-load.ts'
import { type TopicKey, topicKeyOf } from '../school/topic.ts'
import type { Actor } from '../session/actor.ts'
import type { WhichPattern } from './pattern.ts'
import { mayAnswerText, mayReadPatterns, mayTendPatterns } from './pattern-may.ts'
import { onPattern, type PatternNo } from './pattern-store.ts'
import { isInTerm, type Term } from './term.ts'

/**
 * Sole writer of pattern_text: whether the sentence of a question may stand with its pattern. Its asker says so and takes
 * it back; who was asked, and who did not answer, is seen by nobody.
 */

/** After so many days an ask that was left alone is not shown any more. */
const DAYS_ASKED = 28
/** More than a team reads. */
const MOST_ASKED = 200

/** Asks the askers of a pattern whether their sentence may stand with it; those who were asked are not asked again. */
export async function askTexts(
  db: Db,
  actor: Actor,
  which: WhichPattern,
  now: Moment,
): Promise<'done' | PatternNo> {
  const may = mayTendPatterns(actor)
  if (!may.may) return { refused: 'may-not', because: may.because }
  return onPattern<'done', PatternNo>(db, actor, which, now, async ({ sql, card, id }) => {
    const ids = await askable(sql, actor, card.term, which.topic)
    if (ids.length === 0) return refuse('texts-asked')
    const asked = { school_id: actor.schoolId, pattern_id: id, asked_at: now }
    const open = { answer: null, answered_at: null, text_revision: null }
    await sql
      .insertInto('pattern_text')
      .values(ids.map((question_id) => ({ question_id, ...asked, ...open })))
      .execute()
    return 'done'
  })
}

/** Questions on a topic in a term whose askers are there and were not asked yet. */
async function askable(sql: Sql, actor: Actor, term: Term, topic: TopicKey): Promise<QuestionId[]> {
  const rows = await sql
    .selectFrom('question')
    .innerJoin('person', 'person.id', 'question.asker_id')
    .leftJoin('pattern_text', 'pattern_text.question_id', 'question.id')
    .select(['question.id', 'question.asked_at'])
    .where('question.school_id', '=', actor.schoolId)
    .where('question.topic', '=', topic)
    .where('question.asked_at', '>=', plusDays(term.from, -1) as string as Moment)
    .where('question.asked_at', '<', plusDays(term.to, 2) as string as Moment)
    .where('person.left_on', 'is', null)
    .where('pattern_text.question_id', 'is', null)
    .orderBy('question.id')
    .limit(MOST_ASKED)
    .execute()
  return rows.flatMap(({ id, asked_at }) => (isInTerm(term, dayOf(new Date(asked_at))) ? [id] : []))
}

/** Whether the sentence may stand there, as it is now; its asker says so, also of one that was answered before. */
export function answerText(
  db: Db,
  actor: Actor,
  id: QuestionId,
  answer: 'yes' | 'no',
  now: Moment,
): Promise<'done' | PatternNo> {
  return db.write(actor, async (sql): Promise<'done' | PatternNo> => {
    const [question] = await loadQuestionsById(sql, actor, [id])
    // Whose it is not hears no more than that there is nothing to answer.
    if (!question || !mayAnswerText(actor, question.asker).may) return refuse('text-gone')
    const done = await sql
      .updateTable('pattern_text')
      .set({ answer, answered_at: now, text_revision: answer === 'yes' ? question.text.revision : null })
      .where('question_id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst()
    return done.numUpdatedRows === 0n ? refuse('text-gone') : 'done'
  })
}

/** An ask to somebody about a question of their own. */
export type AskedText = {
  readonly questionId: QuestionId
  readonly topic: TopicKey
  readonly sentence: string
  readonly askedAt: Moment
  /** 'changed': there was a yes, and the sentence is another one since. */
  readonly is: 'open' | 'yes' | 'no' | 'changed'
}

const texts = (sql: Sql, actor: Actor) =>
  sql
    .selectFrom('pattern_text')
    .innerJoin('pattern', 'pattern.id', 'pattern_text.pattern_id')
    .innerJoin('question', 'question.id', 'pattern_text.question_id')
    .select([
      'pattern_text.question_id as questionId',
      'pattern_text.pattern_id as patternId',
      'pattern_text.asked_at as askedAt',
      'pattern_text.answer',
      'pattern_text.text_revision as agreed',
      'pattern.topic as asked',
      'question.topic',
      'question.text as sentence',
      'question.text_revision as revision',
      'question.asker_id as asker',
    ])
    .where('pattern_text.school_id', '=', actor.schoolId)
    .where('question.school_id', '=', actor.schoolId)
    .orderBy('pattern_text.asked_at')
    .orderBy('pattern_text.question_id')

type TextRow = Awaited<ReturnType<ReturnType<typeof texts>['executeTakeFirstOrThrow']>>

/** What the actor was asked about questions of the own: open for a month, answered as long as the question is there. */
export async function ownTexts(db: Db, actor: Actor, now: Moment): Promise<AskedText[]> {
  if (actor.kind !== 'member') return []
  const since = plusDays(dayOf(new Date(now)), -DAYS_ASKED)
  const rows = await db.read(actor, (sql) =>
    texts(sql, actor).where('question.asker_id', '=', actor.personId).execute(),
  )
  return rows.flatMap((row) => {
    const topic = topicKeyOf(row.asked)
    const isOver = row.answer === null && dayOf(new Date(row.askedAt)) < since
    if (topic === null || isOver || row.topic !== row.asked) return []
    const { questionId, sentence, askedAt } = row
    return [{ questionId, topic, sentence, askedAt, is: stateOf(row) }]
  })
}

const stateOf = ({ answer, agreed, revision }: TextRow): AskedText['is'] =>
  answer === 'no' ? 'no' : answer === null ? 'open' : agreed === revision ? 'yes' : 'changed'

/** What waits for the actor's yes or no: for the lines of what is for you. */
export async function textsAsked(db: Db, actor: Actor, now: Moment): Promise<AskedText[]> {
  return (await ownTexts(db, actor, now)).filter(({ is }) => is === 'open')
}

/** With each pattern: how many were asked, and the sentences that may stand there, in an order that tells nothing. */
export type PatternTexts = { readonly asked: number; readonly sentences: readonly string[] }

export async function shownTexts(db: Db, actor: Actor): Promise<ReadonlyMap<PatternId, PatternTexts>> {
  if (!mayReadPatterns(actor).may) return new Map()
  const rows = await db.read(actor, (sql) => texts(sql, actor).execute())
  return new Map(
    [...new Set(rows.map(({ patternId }) => patternId))].map((id) => {
      const mine = rows.filter(({ patternId }) => patternId === id)
      const sentences = mine.filter(mayStand).map(({ sentence }) => sentence)
      return [id, { asked: mine.length, sentences: sentences.toSorted() }]
    }),
  )
}

/** A yes holds for the sentence to which it was said, and for the topic under which it was asked. */
const mayStand = (row: TextRow) => stateOf(row) === 'yes' && row.topic === row.asked

/** Questions that are gone take with them what was said about their sentence; inside the caller's transaction. */
export async function forgetPatternTexts(sql: Sql, actor: Actor, ids: readonly QuestionId[]): Promise<void> {
  if (ids.length === 0) return
  await sql
    .deleteFrom('pattern_text')
    .where('question_id', 'in', [...ids])
    .where('school_id', '=', actor.schoolId)
    .execute()
}
