import type { Sql } from '../db/database.ts'
import type { MeetingId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import type { MinutesState } from './minutes-state.ts'

/** How far the minutes of a meeting are, as it stands in this transaction. */
export async function stateIn(sql: Sql, actor: Actor, meetingId: MeetingId): Promise<MinutesState> {
  for (const [table, state] of [
    ['minutes_sealed', 'sealed'],
    ['minutes_put', 'put'],
  ] as const) {
    const row = await sql
      .selectFrom(table)
      .select('meeting_id')
      .where('meeting_id', '=', meetingId)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst()
    if (row) return state
  }
  return 'draft'
}
