import type { Db, Sql } from '../db/database.ts'
import type { MeetingId } from '../kernel/id.ts'
import { touchMeeting } from '../meeting/scene-store.ts'
import type { Actor } from '../session/actor.ts'

/** Tells the screens of meetings that run and have the minutes of this one on their agenda. Last in a transaction. */
export async function tellConfirming(sql: Sql, tx: Db, actor: Actor, of: MeetingId) {
  const confirming = await sql
    .selectFrom('meeting_item')
    .innerJoin('meeting', 'meeting.id', 'meeting_item.meeting_id')
    .select('meeting.id')
    .distinct()
    .where('meeting.school_id', '=', actor.schoolId)
    .where('meeting.phase', '=', 'running')
    .where('meeting_item.kind', '=', 'minutes')
    .where('meeting_item.subject_id', '=', of)
    .execute()
  for (const { id } of confirming) await touchMeeting(sql, tx, actor, id)
}
