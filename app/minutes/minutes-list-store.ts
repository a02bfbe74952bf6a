import type { Db } from '../db/database.ts'
import type { MeetingId } from '../kernel/id.ts'
import { type Actor, personOf } from '../session/actor.ts'
import type { HeldMeeting, MinutesState } from './minutes-state.ts'

/** The meetings of the school that were opened, the newest first. */
export async function heldMeetings(db: Db, actor: Actor): Promise<HeldMeeting[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('meeting')
      .leftJoin('minutes_put', 'minutes_put.meeting_id', 'meeting.id')
      .leftJoin('minutes_sealed', 'minutes_sealed.meeting_id', 'meeting.id')
      .select([
        'meeting.id as meetingId',
        'meeting.title',
        'meeting.starts_at as startsAt',
        'meeting.closed_at as closedAt',
        'minutes_put.put_at as putAt',
        'minutes_sealed.sealed_at as sealedAt',
      ])
      .where('meeting.school_id', '=', actor.schoolId)
      .where('meeting.opened_at', 'is not', null)
      .where('meeting.cancelled_at', 'is', null)
      .orderBy('meeting.starts_at', 'desc')
      .orderBy('meeting.id', 'desc')
      .execute(),
  )
  return rows.map(({ putAt, sealedAt, ...row }) => ({
    ...row,
    state: sealedAt !== null ? 'sealed' : putAt !== null ? 'put' : 'draft',
  }))
}

/** How far the minutes of each meeting are, for a list. */
export const minutesStates = async (db: Db, actor: Actor): Promise<ReadonlyMap<MeetingId, MinutesState>> =>
  new Map((await heldMeetings(db, actor)).map(({ meetingId, state }) => [meetingId, state]))

/** Minutes of meetings that are over and that no meeting confirmed yet, the oldest first. */
export const unconfirmedMinutes = async (db: Db, actor: Actor): Promise<HeldMeeting[]> =>
  (await heldMeetings(db, actor)).filter((one) => one.closedAt !== null && one.state !== 'sealed').reverse()

/** The minutes that this person still completes and puts before the team. */
export async function minutesToCompleteOf(db: Db, actor: Actor): Promise<HeldMeeting[]> {
  const person = personOf(actor)
  if (person === null) return []
  const mine = await db.read(actor, (sql) =>
    sql
      .selectFrom('meeting')
      .select('id')
      .where('school_id', '=', actor.schoolId)
      .where('minute_taker_id', '=', person)
      .where('closed_at', 'is not', null)
      .execute(),
  )
  if (mine.length === 0) return []
  const ids = new Set(mine.map(({ id }) => id))
  return (await unconfirmedMinutes(db, actor)).filter(
    ({ meetingId, state }) => state === 'draft' && ids.has(meetingId),
  )
}
