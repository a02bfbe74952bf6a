import type { AmbitionTie } from '../ambition/ambition.ts'
import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type AmbitionId, type DataTalkId, newId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import type { TalkHead } from './talk.ts'

/**
 * Which ambitions went along when a talk came to hang on something in the plan. Kept among the rows of its lines, so
 * that it goes when they go; it is no part of a talk, and is never read as a line.
 */
const PART = 'tied'

/** `was`: where it hung before, to give it back; null: on nothing. */
export type Tied = { readonly ambition: AmbitionId; readonly was: AmbitionTie | null }

const rows = (sql: Sql, actor: Actor, id: DataTalkId) =>
  sql
    .selectFrom('data_talk_line')
    .select(['fact'])
    .where('school_id', '=', actor.schoolId)
    .where('talk_id', '=', id)
    .where('part', '=', PART)

/** What went along with this talk. */
export async function loadTied(sql: Sql, actor: Actor, id: DataTalkId): Promise<Tied[]> {
  const found = await rows(sql, actor, id).execute()
  return found.flatMap(({ fact }) => (fact === null ? [] : [JSON.parse(fact) as Tied]))
}

/** The same outside an act, for who reads the talk already. */
export const tiedOf = (db: Db, actor: Actor, { id }: Pick<TalkHead, 'id'>): Promise<Tied[]> =>
  db.read(actor, (sql) => loadTied(sql, actor, id))

/** Keeps what went along now, instead of what did before. */
export async function keepTied(
  sql: Sql,
  actor: Actor,
  { id: talk_id }: Pick<TalkHead, 'id'>,
  tied: readonly Tied[],
  now: Moment,
): Promise<void> {
  await sql
    .deleteFrom('data_talk_line')
    .where('school_id', '=', actor.schoolId)
    .where('talk_id', '=', talk_id)
    .where('part', '=', PART)
    .execute()
  if (tied.length === 0) return
  const base = { school_id: actor.schoolId, talk_id, part: PART, words: '', written_at: now, changed_at: now }
  const nobody = { under_id: null, author_id: null, step_id: null, revision: 1 }
  const values = tied.map((one) => ({
    ...base,
    ...nobody,
    id: newId<'talk-line'>(),
    fact: JSON.stringify(one),
  }))
  await sql.insertInto('data_talk_line').values(values).execute()
}
