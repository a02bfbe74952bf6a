import type { Sql } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import type { DecisionId } from '../kernel/id.ts'
import type { Meeting, MeetingItem } from './meeting.ts'

/** What deciding lays down in a meeting, inside the transaction of who weighed that it may. */

/** Which decision is the item's. */
export async function putItemDecision(sql: Sql, meeting: Meeting, item: MeetingItem, decisionId: DecisionId) {
  await sql
    .updateTable('meeting_item')
    .set({ decision_id: decisionId })
    .where('id', '=', item.id)
    .where('meeting_id', '=', meeting.id)
    .where('school_id', '=', meeting.schoolId)
    .execute()
}

/** The text of a proposal, as it was changed in the meeting. */
export async function putItemText(sql: Sql, meeting: Meeting, item: MeetingItem, text: string) {
  await sql
    .updateTable('meeting_item')
    .set({ text })
    .where('id', '=', item.id)
    .where('meeting_id', '=', meeting.id)
    .where('school_id', '=', meeting.schoolId)
    .execute()
}

/** On which day the participation council (MR) was told of what the meeting decided; null takes it away. */
export async function putMrDay(sql: Sql, meeting: Meeting, day: Day | null) {
  await sql
    .updateTable('meeting')
    .set({ mr_informed_on: day })
    .where('id', '=', meeting.id)
    .where('school_id', '=', meeting.schoolId)
    .execute()
}
