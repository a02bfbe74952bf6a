import type { Sql } from '../db/database.ts'
import type { MeetingId, MeetingItemId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'

type Said = {
  readonly meeting: { readonly id: MeetingId }
  readonly items: readonly { readonly id: MeetingItemId }[]
}

/** What was said with a name, and voices given beforehand: the minutes hold what is kept of them. */
export async function forgetSaid(sql: Sql, actor: Actor, { meeting, items }: Said) {
  await sql
    .deleteFrom('meeting_say')
    .where('meeting_id', '=', meeting.id)
    .where('school_id', '=', actor.schoolId)
    .execute()
  const ids = items.map(({ id }) => id)
  if (ids.length === 0) return
  await sql
    .deleteFrom('meeting_voice_before')
    .where('item_id', 'in', ids)
    .where('school_id', '=', actor.schoolId)
    .execute()
}
