import type { Sql } from '../db/database.ts'
import type { SayId, ThemeId } from '../kernel/id.ts'
import type { Seat } from './seat.ts'

/** Lays what somebody said in a theme, or takes it out; who calls has looked whether both are there. */
export async function layInTheme(
  sql: Sql,
  { schoolId, meetingId }: Pick<Seat, 'schoolId' | 'meetingId'>,
  say: SayId,
  theme: ThemeId | null,
): Promise<void> {
  await sql
    .updateTable('meeting_say')
    .set({ theme_id: theme })
    .where('id', '=', say)
    .where('school_id', '=', schoolId)
    .where('meeting_id', '=', meetingId)
    .execute()
}
