import type { AmbitionTie } from '../ambition/ambition.ts'
import type { Db, Sql } from '../db/database.ts'
import type { AmbitionId, DataTalkId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import type { TalkHead } from './talk.ts'

/** Which ambitions went along when a talk came to hang on something in the plan; with `talk-tidy-store` their sole writer. */

/** `was`: where it hung before, to give it back; null: on nothing. */
export type Tied = { readonly ambition: AmbitionId; readonly was: AmbitionTie | null }

/** What went along with this talk. */
export async function loadTied(sql: Sql, actor: Actor, id: DataTalkId): Promise<Tied[]> {
  const found = await sql
    .selectFrom('data_talk_tied')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where('talk_id', '=', id)
    .execute()
  return found.map((row) => ({
    ambition: row.ambition_id,
    was: row.was_plan_id && {
      planId: row.was_plan_id,
      entryId: row.was_entry_id,
      amendmentId: row.was_amendment_id,
    },
  }))
}

/** The same outside an act, for who reads the talk already. */
export const tiedOf = (db: Db, actor: Actor, { id }: Pick<TalkHead, 'id'>): Promise<Tied[]> =>
  db.read(actor, (sql) => loadTied(sql, actor, id))

/** Keeps what went along now, instead of what did before. */
export async function keepTied(
  sql: Sql,
  { schoolId: school_id }: Actor,
  { id: talk_id }: Pick<TalkHead, 'id'>,
  tied: readonly Tied[],
): Promise<void> {
  await sql
    .deleteFrom('data_talk_tied')
    .where('school_id', '=', school_id)
    .where('talk_id', '=', talk_id)
    .execute()
  if (tied.length === 0) return
  const values = tied.map(({ ambition: ambition_id, was }) => ({
    school_id,
    talk_id,
    ambition_id,
    was_plan_id: was?.planId ?? null,
    was_entry_id: was?.entryId ?? null,
    was_amendment_id: was?.amendmentId ?? null,
  }))
  await sql.insertInto('data_talk_tied').values(values).execute()
}
