import { sql as raw } from 'kysely'
import type { Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { PersonId, QuestionId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'

/** Which questions wait for the coordinators, found by the database: never more rows than a page shows. */

export type WaitingRow = { readonly id: QuestionId; readonly since: Moment }
export type Window = { readonly limit: number; readonly offset: number }

// Without the own questions: nobody answers oneself.
const NOBODY = '' as PersonId

/** When a question last came to the coordinators: on the third rung, or because it became too heavy. */
const BROUGHT = raw<Moment>`case
  when q.heavy_at is not null and (q.rung < 3 or q.heavy_at > q.rung_at) then q.heavy_at
  else q.rung_at end`

/** The last answer that stands: not taken back, and no visit that was called off. */
const LAST = raw`(select l.id from question_answer l
  left join appointment p on p.id = l.appointment_id
  where l.question_id = q.id and l.school_id = q.school_id and l.taken_back_at is null
    and (p.state is null or p.state <> 'cancelled')
  order by l.answered_at desc, l.id desc limit 1)`

/** Everything that waits, as a table `waits` of id, rung, heavy and since. */
const waits = (actor: Actor, me: PersonId | null) => raw`
  lying as (
    select q.id, q.rung, q.heavy_at, a.id as answer, a.reply, a.replied_at, a.answered_at, ${BROUGHT} as brought
    from question q
    left join question_answer a on a.id = ${LAST}
    where q.school_id = ${actor.schoolId} and q.closed_at is null and q.asker_id <> ${me ?? NOBODY}
      and (q.rung = 3 or q.heavy_at is not null)
  ),
  waits as (
    select id, rung, case when heavy_at is null then 0 else 1 end as heavy,
      case when reply = 'not-yet' and replied_at > brought then replied_at else brought end as since
    from lying where answer is null or reply = 'not-yet' or answered_at < brought
  )`

/**
 * One page of what waits, in the order of the tray: too heavy first, then the highest rung, then the longest waiting.
 * `total` is of all that waits; past the last page nothing is counted.
 */
export async function loadWaiting(
  sql: Sql,
  actor: Actor,
  me: PersonId | null,
  { limit, offset }: Window,
): Promise<{ readonly rows: readonly WaitingRow[]; readonly total: number }> {
  const { rows } = await raw<{ id: QuestionId; since: Moment; total: number | string }>`
    with ${waits(actor, me)}
    select id, since, count(*) over () as total from waits order by heavy desc, rung desc, since, id
    limit ${limit} offset ${offset}`.execute(sql)
  return { rows: rows.map(({ id, since }) => ({ id, since })), total: Number(rows[0]?.total ?? 0) }
}

export type WaitingCount = {
  readonly waiting: number
  readonly oldestSince: Moment | null
  readonly newestSince: Moment | null
}

/** How many wait, and since when the first and the last of them. */
export async function countWaiting(sql: Sql, actor: Actor, me: PersonId | null): Promise<WaitingCount> {
  const { rows } = await raw<{ number: number | string; oldest: Moment | null; newest: Moment | null }>`
    with ${waits(actor, me)}
    select count(*) as number, min(since) as oldest, max(since) as newest from waits`.execute(sql)
  const [row] = rows
  return {
    waiting: Number(row?.number ?? 0),
    oldestSince: row?.oldest ?? null,
    newestSince: row?.newest ?? null,
  }
}

/** What somebody answered last, the newest first, to questions that are still there. */
export async function loadAnswered(
  sql: Sql,
  actor: Actor,
  by: PersonId,
  limit: number,
): Promise<{ question: QuestionId }[]> {
  const found = await sql
    .selectFrom('question_answer')
    .innerJoin('question', 'question.id', 'question_answer.question_id')
    .select(['question_answer.question_id'])
    .select((is) => is.fn.max('question_answer.answered_at').as('at'))
    .where('question_answer.school_id', '=', actor.schoolId)
    .where('question_answer.by_id', '=', by)
    .where('question_answer.taken_back_at', 'is', null)
    .groupBy('question_answer.question_id')
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
  return found.map(({ question_id }) => ({ question: question_id }))
}
