import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type PersonId, type QuestionId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Question } from '../question/question.ts'
import { heldQuestion } from '../question/question-write-store.ts'
import { type Actor, type Member, personOf } from '../session/actor.ts'
import type { AnswerRefusal } from './answer.ts'
import { mayAnswer, type TrayBecause } from './answer-may.ts'
import {
  isApart,
  type Join,
  type JoinId,
  type JoinRefusal,
  type JoinSeen,
  joinSeen,
  type Said,
} from './join.ts'

/** Sole writer of question_join. */

export type JoinNo =
  | Refusal<JoinRefusal | Extract<AnswerRefusal, 'question-gone'>>
  | { readonly refused: 'may-not'; readonly because: TrayBecause }

const rows = (sql: Sql, actor: Actor) =>
  sql
    .selectFrom('question_join')
    .innerJoin('question as one', 'one.id', 'question_join.one_id')
    .innerJoin('question as other', 'other.id', 'question_join.other_id')
    .selectAll('question_join')
    .select(['one.asker_id as one_asker', 'other.asker_id as other_asker'])
    .where('question_join.school_id', '=', actor.schoolId)

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const joinFrom = (row: Row): Join => ({
  id: row.id,
  by: row.by_id,
  at: row.joined_at,
  one: { question: row.one_id, asker: row.one_asker, said: row.one_said as Said | null },
  other: { question: row.other_id, asker: row.other_asker, said: row.other_said as Said | null },
  endedAt: row.ended_at,
})

/** Everything in which these questions were joined, the newest last. No rights: for who reads the questions. */
export async function loadJoins(sql: Sql, actor: Actor, ids: readonly QuestionId[]): Promise<Join[]> {
  if (ids.length === 0) return []
  const found = await rows(sql, actor)
    .where((is) => is.or([is('one_id', 'in', ids), is('other_id', 'in', ids)]))
    .orderBy('joined_at')
    .orderBy('question_join.id')
    .execute()
  return found.map(joinFrom)
}

const isOpen = (join: Join) => join.endedAt === null && !isApart(join)

/** The join that holds for a question now; null: it stands by itself. */
export const openJoin = (joins: readonly Join[], id: QuestionId): Join | null =>
  joins.findLast((join) => isOpen(join) && (join.one.question === id || join.other.question === id)) ?? null

/** Lays two alike questions together, for answering. Each asker is asked whether the other may know. */
export function joinQuestions(
  db: Db,
  actor: Member,
  { one, other }: { readonly one: QuestionId; readonly other: QuestionId },
  now: Moment,
): Promise<JoinId | JoinNo> {
  if (one === other) return Promise.resolve(refuse('same-question', 'other'))
  return db.write<JoinId | JoinNo>(actor, async (sql, tx) => {
    // Always in one order: two coordinators who join the same two do not wait for each other.
    const held: Question[] = []
    for (const id of [one, other].sort()) {
      const question = await heldQuestion(sql, tx, actor, id)
      const may = question && mayAnswer(question, actor)
      if (!question || (!may?.may && may?.because === 'not-in-circle')) return refuse('question-gone')
      if (!may?.may) return { refused: 'may-not', because: may?.because ?? 'not-in-circle' }
      held.push(question)
    }
    if (held[0]?.asker === held[1]?.asker) return refuse('same-asker', 'other')
    const joins = await loadJoins(sql, actor, [one, other])
    const there = openJoin(joins, one) ?? openJoin(joins, other)
    if (there) return refuse('joined-already', 'other')
    const id = newId<'question-join'>()
    await sql
      .insertInto('question_join')
      .values(newRow(actor, { id, one, other }, now))
      .execute()
    return id
  })
}

const newRow = (
  actor: Member,
  { id, one, other }: { readonly id: JoinId; readonly one: QuestionId; readonly other: QuestionId },
  now: Moment,
) => ({
  id,
  school_id: actor.schoolId,
  one_id: one,
  other_id: other,
  by_id: actor.personId,
  joined_at: now,
  one_said: null,
  other_said: null,
  ended_at: null,
})

/** Yes or no of an asker to being told of each other; a no ends it, and nobody is told whose it was. */
export function sayJoin(
  db: Db,
  actor: Member,
  id: JoinId,
  { question, said }: { readonly question: QuestionId; readonly said: Said },
  now: Moment,
): Promise<null | JoinNo> {
  return db.write<null | JoinNo>(actor, async (sql, tx) => {
    await tx.hold(id)
    const join = (await loadJoins(sql, actor, [question])).find((one) => one.id === id)
    const mine = join && [join.one, join.other].find((side) => side.question === question)
    if (!join || !mine || mine.asker !== actor.personId || join.endedAt !== null) return refuse('join-gone')
    const side = join.one.question === question ? { one_said: said } : { other_said: said }
    await sql
      .updateTable('question_join')
      .set({ ...side, ended_at: said === 'no' ? now : null })
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    return null
  })
}

/** Takes them apart again, for a coordinator who answers. */
export function endJoin(
  db: Db,
  actor: Member,
  id: JoinId,
  question: Question,
  now: Moment,
): Promise<null | JoinNo> {
  const may = mayAnswer(question, actor)
  if (!may.may) return Promise.resolve({ refused: 'may-not', because: may.because })
  return db.write<null | JoinNo>(actor, async (sql, tx) => {
    await tx.hold(id)
    const join = (await loadJoins(sql, actor, [question.id])).find((one) => one.id === id)
    if (!join || join.endedAt !== null) return refuse('join-gone')
    await sql
      .updateTable('question_join')
      .set({ ended_at: now })
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    return null
  })
}

/** How a question of mine is joined, as I may know it; null: it stands by itself. */
export async function joinOfMine(db: Db, actor: Actor, question: Question): Promise<JoinSeen | null> {
  if (personOf(actor) !== question.asker) return null
  const joins = await db.read(actor, (sql) => loadJoins(sql, actor, [question.id]))
  const last = joins.at(-1)
  return last ? joinSeen(last, question.id) : null
}

/** Which of my running questions ask me whether a colleague may know of them. */
export async function joinsForMe(
  db: Db,
  actor: Actor,
): Promise<{ questionId: QuestionId; joinId: JoinId; by: PersonId; at: Moment }[]> {
  const me = personOf(actor)
  if (me === null) return []
  const found = await db.read(actor, (sql) =>
    rows(sql, actor)
      .where('question_join.ended_at', 'is', null)
      .where('one.closed_at', 'is', null)
      .where('other.closed_at', 'is', null)
      .where((is) => is.or([is('one.asker_id', '=', me), is('other.asker_id', '=', me)]))
      .orderBy('joined_at')
      .execute(),
  )
  return found.map(joinFrom).flatMap((join) => {
    const mine = join.one.asker === me ? join.one : join.other
    return joinSeen(join, mine.question)?.state === 'asked'
      ? [{ questionId: mine.question, joinId: join.id, by: join.by, at: join.at }]
      : []
  })
}
