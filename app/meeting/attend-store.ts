import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { type Attending, type AttendRefusal, arrivalOf, attendanceAfter } from './attendance.ts'
import type { Attendance, Meeting, Scene } from './meeting.ts'
import { type MeetingBecause, mayRecord } from './meeting-may.ts'
import { isOpenToJoin } from './pass.ts'
import { changeMeeting } from './scene-store.ts'
import type { Seat } from './seat.ts'

/** Sole writer of meeting_attendance. */

export type Attend = {
  readonly seat: Seat
  /** Oneself; somebody else only by who takes the minutes. */
  readonly person: PersonId
  readonly what: Attending
  readonly now: Moment
  /** When they came or went, where that is not now. */
  readonly at?: Moment
}
export type AttendNo = Refusal<AttendRefusal | MeetingBecause | 'person-unknown'>

/** Writes down whether somebody is there. Null: no such meeting. Said twice, it is the same. */
export const attend = (db: Db, act: Attend): Promise<'noted' | AttendNo | null> =>
  changeMeeting(db, act.seat.actor, act.seat.meetingId, ({ sql, scene }) => attendIn(sql, scene, act))

/** The same inside a transaction on the meeting. */
export async function attendIn(sql: Sql, scene: Scene, act: Attend): Promise<'noted' | AttendNo> {
  const { seat, person, what, now } = act
  const by = seat.person === person ? null : seat.person
  const no = whyMayNot(scene, act)
  if (no) return no
  const before = scene.attendance.find((one) => one.person === person)
  const at = act.at ?? usualTime(scene.meeting, what, now)
  const doorIsOpen = isOpenToJoin(scene.meeting, now)
  const after = attendanceAfter(before, scene.meeting, { person, what, at, now, by, doorIsOpen })
  if (isRefusal(after)) return after
  await (after === null ? forget(sql, scene.meeting, person) : put(sql, scene.meeting, after))
  return 'noted'
}

function whyMayNot(scene: Scene, { seat, person }: Attend) {
  if (seat.person === null) return refuse('guest-watches')
  if (!scene.people.has(person)) return refuse('person-unknown')
  if (seat.person === person) return null
  const may = mayRecord(seat, scene.meeting)
  return may.may ? null : refuse(may.because)
}

/** What is written down after the meeting is of the meeting, not of the moment of writing. */
function usualTime({ opened, closed }: Meeting, what: Attending, now: Moment): Moment {
  if (closed === null) return now
  return what === 'left' ? closed.at : (opened?.at ?? closed.at)
}

/**
 * Who speaks takes part: written down with a voice or a question, inside its transaction. `scene` may be a little
 * older than the transaction; somebody whose coming was written meanwhile keeps that time.
 */
export async function noteArrival(sql: Sql, scene: Scene, person: PersonId, now: Moment): Promise<void> {
  const before = scene.attendance.find((one) => one.person === person)
  const after = arrivalOf(before, scene.meeting, person, now)
  if (after !== null) await put(sql, scene.meeting, after)
}

async function put(sql: Sql, meeting: Pick<Meeting, 'id' | 'schoolId'>, attendance: Attendance) {
  const noted = {
    how: attendance.how,
    arrived_at: attendance.arrivedAt,
    left_at: attendance.leftAt,
    noted_at: attendance.notedAt,
    noted_by: attendance.notedBy,
  }
  await sql
    .insertInto('meeting_attendance')
    .values({ meeting_id: meeting.id, school_id: meeting.schoolId, person_id: attendance.person, ...noted })
    .onConflict((clash) => clash.columns(['meeting_id', 'person_id']).doUpdateSet(noted))
    .execute()
}

const forget = (sql: Sql, meeting: Pick<Meeting, 'id' | 'schoolId'>, person: PersonId) =>
  sql
    .deleteFrom('meeting_attendance')
    .where('meeting_id', '=', meeting.id)
    .where('school_id', '=', meeting.schoolId)
    .where('person_id', '=', person)
    .execute()
