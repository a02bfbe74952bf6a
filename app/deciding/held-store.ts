import type { HeldIn } from '../adoption/held-desk.ts'
import type { Db, Sql } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import type { DecisionId, MeetingId } from '../kernel/id.ts'
import { readScene, touchMeeting } from '../meeting/scene-store.ts'
import type { Actor } from '../session/actor.ts'
import { meetingRecord } from './adopt.ts'

/** The meeting at which a decision was taken last; null: outside a meeting. */
export async function heldInMeeting(db: Db, actor: Actor, id: DecisionId): Promise<HeldIn | null> {
  const meetingId = await db.read(actor, (sql) => meetingOf(sql, actor, id))
  const scene = meetingId && (await readScene(db, actor, meetingId))
  if (!scene) return null
  const { meeting } = scene
  return {
    href: `/meeting/${meeting.id}`,
    title: meeting.title,
    isRunning: meeting.phase === 'running',
    record: meetingRecord(scene),
    mrInformedOn: meeting.mrInformedOn,
  }
}

async function meetingOf(sql: Sql, actor: Actor, id: DecisionId): Promise<MeetingId | null> {
  const row = await sql
    .selectFrom('meeting_item')
    .select('meeting_id')
    .where('decision_id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .where('removed_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.meeting_id ?? null
}

/** Something was said to a decision on a page outside the meeting: its screens are told. */
export function tellRoomOf(db: Db, actor: Actor, id: DecisionId): Promise<void> {
  return db.write(actor, async (sql, tx) => {
    const meetingId = await meetingOf(sql, actor, id)
    if (meetingId !== null) await touchMeeting(sql, tx, actor, meetingId)
  })
}

/** The day on which the participation council was told of what this meeting decided; null: not said. */
export async function readMrDay(db: Db, actor: Actor, id: MeetingId): Promise<Day | null> {
  const row = await db.read(actor, (sql) =>
    sql
      .selectFrom('meeting')
      .select('mr_informed_on')
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst(),
  )
  return row?.mr_informed_on ?? null
}
