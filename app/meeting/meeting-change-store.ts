import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { MeetingId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import type { Deciding, Meeting, Scene } from './meeting.ts'
import { mayPrepare } from './meeting-may.ts'
import { decidingIsFixed, type MeetingDetails, type PlanningNo } from './meeting-plan.ts'
import { decidingRow, detailsRow, writeVoters, wrongPeople } from './meeting-write-store.ts'
import { changeMeeting, type InMeeting } from './scene-store.ts'

/** Null: no such meeting here. */
type Done = Promise<'done' | PlanningNo | null>

/** What goes along in the same transaction: the letters that tell of a change. */
export type Afterwards = (at: InMeeting, meeting: Meeting) => Promise<void>

/** Another day, place, title, chair or minute-taker. A meeting that runs is not moved any more. */
export function changeDetails(
  db: Db,
  actor: Actor,
  id: MeetingId,
  details: MeetingDetails,
  now: Moment,
  then: Afterwards,
): Done {
  return changeMeeting(db, actor, id, async (at) => {
    const { meeting } = at.scene
    const no = whyNot(actor, meeting) ?? (await wrongPeople(at.sql, actor, details))
    if (no) return no
    const moved = details.startsAt !== meeting.startsAt
    if (moved && meeting.phase !== 'prepare') return refuse('meeting-runs', 'startsAt')
    if (moved && details.startsAt <= now) return refuse('time-past', 'startsAt')
    await writeMeeting(at.sql, actor, id, detailsRow(details))
    await then(at, { ...meeting, ...details })
    return 'done' as const
  })
}

/** How the team decides: until the first voice, also one that was given beforehand. */
export function changeDeciding(db: Db, actor: Actor, id: MeetingId, deciding: Deciding): Done {
  return changeMeeting(db, actor, id, async ({ sql, scene }) => {
    const { meeting } = scene
    const no = whyNot(actor, meeting)
    if (no) return no
    if (meeting.phase !== 'prepare') return refuse('meeting-runs')
    if (decidingIsFixed(scene.items, await countVoicesBefore(sql, actor, scene)))
      return refuse('voices-given')
    const wrong = await wrongPeople(sql, actor, { ...meeting, deciding })
    if (wrong) return wrong
    await writeMeeting(sql, actor, id, decidingRow(deciding))
    await writeVoters(sql, actor, id, deciding)
    return 'done' as const
  })
}

/** It does not go on; why is told to who had the invitation. */
export function cancelMeeting(
  db: Db,
  actor: Actor,
  id: MeetingId,
  why: string,
  now: Moment,
  then: Afterwards,
): Done {
  return changeMeeting(db, actor, id, async (at) => {
    const { meeting } = at.scene
    const no = whyNot(actor, meeting)
    if (no) return no
    if (meeting.phase !== 'prepare') return refuse('meeting-runs')
    await writeMeeting(at.sql, actor, id, { cancelled_at: now, cancel_reason: why, join_code: null })
    await then(at, { ...meeting, cancelledAt: now, cancelReason: why })
    return 'done' as const
  })
}

function whyNot(actor: Actor, meeting: Meeting): PlanningNo | null {
  const may = mayPrepare(actor, meeting)
  if (may.may) return null
  return may.because === 'meeting-over'
    ? refuse('meeting-over')
    : { refused: 'may-not', because: may.because }
}

type Row = Partial<ReturnType<typeof detailsRow> & ReturnType<typeof decidingRow>> & {
  cancelled_at?: Moment
  cancel_reason?: string
  join_code?: null
}

const writeMeeting = (sql: Sql, actor: Actor, id: MeetingId, row: Row) =>
  sql.updateTable('meeting').set(row).where('id', '=', id).where('school_id', '=', actor.schoolId).execute()

/** How many voices were given beforehand in this meeting. */
export async function countVoicesBefore(
  sql: Sql,
  actor: Actor,
  { items }: Pick<Scene, 'items'>,
): Promise<number> {
  if (items.length === 0) return 0
  const { count } = await sql
    .selectFrom('meeting_voice_before')
    .select((row) => row.fn.countAll().as('count'))
    .where('school_id', '=', actor.schoolId)
    .where(
      'item_id',
      'in',
      items.map(({ id }) => id),
    )
    .executeTakeFirstOrThrow()
  return Number(count)
}
