import type { Sql } from '../db/database.ts'
import type { MeetingId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import type { Meeting, Scene } from './meeting.ts'
import { attendanceFrom, itemFrom, meetingFrom, passFrom, sayFrom } from './meeting-rows.ts'

/** Everything of one meeting as it stands in this transaction; null when the school has no such meeting. */
export async function loadScene(sql: Sql, actor: Actor, id: MeetingId): Promise<Scene | null> {
  const meeting = await loadMeeting(sql, actor, id)
  if (meeting === null) return null
  return {
    meeting,
    items: await loadItems(sql, actor, id),
    ...(await loadSaidAndThere(sql, actor, id)),
    people: await loadPeople(sql, actor),
  }
}

export async function loadMeeting(sql: Sql, actor: Actor, id: MeetingId): Promise<Meeting | null> {
  const row = await sql
    .selectFrom('meeting')
    .selectAll()
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  if (!row) return null
  const voters = await sql
    .selectFrom('meeting_voter')
    .select('person_id')
    .where('meeting_id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .orderBy('person_id')
    .execute()
  return meetingFrom(
    row,
    voters.map(({ person_id }) => person_id),
  )
}

async function loadItems(sql: Sql, actor: Actor, id: MeetingId) {
  const rows = await sql
    .selectFrom('meeting_item')
    .selectAll()
    .where('meeting_id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(itemFrom)
}

async function loadSaidAndThere(sql: Sql, actor: Actor, id: MeetingId) {
  const says = await sql
    .selectFrom('meeting_say')
    .selectAll()
    .where('meeting_id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .orderBy('id')
    .execute()
  const there = await sql
    .selectFrom('meeting_attendance')
    .selectAll()
    .where('meeting_id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()
  const passes = await sql
    .selectFrom('meeting_pass')
    .selectAll()
    .where('meeting_id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .orderBy('id')
    .execute()
  return {
    says: says.map(sayFrom),
    attendance: there.map(attendanceFrom),
    passes: passes.map(passFrom),
  }
}

async function loadPeople(sql: Sql, actor: Actor): Promise<Scene['people']> {
  const rows = await sql
    .selectFrom('person')
    .select(['id', 'name', 'left_on'])
    .where('school_id', '=', actor.schoolId)
    .execute()
  return new Map(rows.map(({ id, name, left_on }) => [id, { name, hasLeft: left_on !== null }]))
}
