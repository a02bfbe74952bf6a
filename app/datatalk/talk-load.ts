import type { Sql } from '../db/database.ts'
import type { DataTalkId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import type { Fact } from './fact.ts'
import { isTalkPart, type Talk, type TalkHead, type TalkLine } from './talk.ts'

/** Reading talks as they lie in the database. Who may read them is asked by the stores. */

const heads = (sql: Sql, actor: Actor) =>
  sql.selectFrom('data_talk').selectAll().where('school_id', '=', actor.schoolId)

const lines = (sql: Sql, actor: Actor) =>
  sql
    .selectFrom('data_talk_line')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .orderBy('written_at')
    .orderBy('id')

type HeadRow = Awaited<ReturnType<ReturnType<typeof heads>['executeTakeFirstOrThrow']>>
type LineRow = Awaited<ReturnType<ReturnType<typeof lines>['executeTakeFirstOrThrow']>>

const headFrom = (row: HeadRow): TalkHead => ({
  id: row.id,
  schoolId: row.school_id,
  team: row.learning_team_id,
  subject: row.subject,
  schoolYear: row.school_year,
  begunAt: row.begun_at,
  begunBy: row.begun_by,
  endedAt: row.ended_at,
  sharedAt: row.shared_at,
  meetingId: row.meeting_id,
  goal: goalFrom(row),
  revision: row.revision,
})

const goalFrom = ({ plan_id, entry_id, amendment_id, goal_at }: HeadRow): TalkHead['goal'] =>
  plan_id === null || goal_at === null
    ? null
    : { planId: plan_id, entryId: entry_id, amendmentId: amendment_id, at: goal_at }

function lineFrom(row: LineRow): TalkLine[] {
  const { id, part, words, revision } = row
  if (!isTalkPart(part)) return []
  const fact = row.fact === null ? null : (JSON.parse(row.fact) as Fact)
  const said = { under: row.under_id, author: row.author_id, writtenAt: row.written_at, stepId: row.step_id }
  return [{ id, part, fact, words, revision, ...said }]
}

/** Of the actor's school, the last begun first. */
export async function loadHeads(sql: Sql, actor: Actor): Promise<TalkHead[]> {
  return (await heads(sql, actor).orderBy('begun_at', 'desc').orderBy('id', 'desc').execute()).map(headFrom)
}

export async function loadTalk(sql: Sql, actor: Actor, id: DataTalkId): Promise<Talk | null> {
  const row = await heads(sql, actor).where('id', '=', id).executeTakeFirst()
  return row ? ((await withLines(sql, actor, [headFrom(row)]))[0] ?? null) : null
}

/** Talks with their lines, in one more question. */
export async function withLines(sql: Sql, actor: Actor, talks: readonly TalkHead[]): Promise<Talk[]> {
  if (talks.length === 0) return []
  const found = await lines(sql, actor)
    .where(
      'talk_id',
      'in',
      talks.map(({ id }) => id),
    )
    .execute()
  const byTalk = Map.groupBy(found, ({ talk_id }) => talk_id)
  return talks.map((talk) => ({ ...talk, lines: (byTalk.get(talk.id) ?? []).flatMap(lineFrom) }))
}
