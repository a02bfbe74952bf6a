import type { Db, Sql } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import type { Moment } from '../kernel/day.ts'
import { type MeetingId, newId, type PassId, type PersonId, type SchoolId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Actor, Keeper } from '../session/actor.ts'
import { hashOf, newToken } from '../session/secret-store.ts'
import { attendIn } from './attend-store.ts'
import { isHere, type Meeting, type Pass, type Scene } from './meeting.ts'
import { mayRecord } from './meeting-may.ts'
import { isOpenToJoin } from './pass.ts'
import { changeMeeting } from './scene-store.ts'
import type { Seat } from './seat.ts'

/** Sole writer of meeting_pass: devices that joined a meeting by its code. */

export type FoundPass = {
  readonly id: PassId
  readonly schoolId: SchoolId
  readonly meetingId: MeetingId
}
export type PassRefusal = 'joining-over' | 'name-missing' | 'name-unknown' | 'too-many-devices' | 'pass-gone'

/** So many devices wait or take part at most: a hundred colleagues with two each, and guests. */
const MOST = 300
/** Of these so many guests, and so many under one name: who only watches, or plays, keeps no colleague out. */
const MOST_GUESTS = 60
const MOST_OF_ONE = 8
const LONGEST_NAME = 60

type PassRow = { id: PassId; school_id: SchoolId; meeting_id: MeetingId }
const byToken = prepared<PassRow>('select id, school_id, meeting_id from meeting_pass where token_hash = ?')

/** The pass of a cookie's token, before the school is known; whether it still counts is told by its meeting. */
export async function findPass(db: Db, token: string): Promise<FoundPass | null> {
  const [row] = await db.read('open', (sql) => byToken(db, sql, [hashOf(token)]))
  return row ? { id: row.id, schoolId: row.school_id, meetingId: row.meeting_id } : null
}

/** The product itself, within the school of a pass. */
export const keeperOf = (schoolId: SchoolId): Keeper => ({ kind: 'keeper', schoolId })

export type Asking = { readonly person: PersonId } | { readonly guest: string }

/**
 * A device asks to take part: as somebody of the team, who then waits to be confirmed, or as a guest, who watches.
 * Answers the token for its cookie, which is kept nowhere. `former`: the pass that this device had.
 */
export async function askPass(
  db: Db,
  meeting: Pick<Meeting, 'id' | 'schoolId'>,
  asking: Asking,
  former: PassId | null,
  now: Moment,
): Promise<string | Refusal<PassRefusal>> {
  const token = newToken()
  const actor = keeperOf(meeting.schoolId)
  const done = await changeMeeting(db, actor, meeting.id, async ({ sql, scene }) => {
    const who = whoAsks(scene, asking, now)
    if (isRefusal(who)) return who
    if (former) await endNow(sql, meeting, former, now)
    await sql
      .insertInto('meeting_pass')
      .values({
        id: newId<'pass'>(),
        school_id: meeting.schoolId,
        meeting_id: meeting.id,
        token_hash: hashOf(token),
        ...who,
        asked_at: now,
        confirmed_at: null,
        confirmed_by: null,
        ended_at: null,
      })
      .execute()
    return 'asked' as const
  })
  if (isRefusal(done)) return done
  return done === null ? refuse('joining-over') : token
}

function whoAsks(scene: Scene, asking: Asking, now: Moment) {
  if (!isOpenToJoin(scene.meeting, now)) return refuse('joining-over')
  const live = scene.passes.filter(({ endedAt }) => endedAt === null)
  const alike = live.filter(({ person }) => person === ('guest' in asking ? null : asking.person))
  if (live.length >= MOST || alike.length >= ('guest' in asking ? MOST_GUESTS : MOST_OF_ONE))
    return refuse('too-many-devices')
  if ('guest' in asking) {
    const name = asking.guest
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_NAME)
    return name === '' ? refuse('name-missing', 'name') : { person_id: null, name }
  }
  const known = scene.people.get(asking.person)
  return known && !known.hasLeft ? { person_id: asking.person, name: null } : refuse('name-unknown', 'person')
}

/** By whom, and in which meeting, an act on a pass happens. */
export type Confirming = { readonly seat: Seat; readonly pass: PassId; readonly now: Moment }

/** The chair or the minute-taker sees that it is this colleague: from now on the device speaks for them. */
export const confirmPass = (db: Db, act: Confirming) =>
  onPass(db, act, async (sql, pass, scene) => {
    if (pass.confirmedAt !== null) return
    await noteSeen(sql, scene, act, pass)
    await sql
      .updateTable('meeting_pass')
      .set({ confirmed_at: act.now, confirmed_by: act.seat.person })
      .where('id', '=', pass.id)
      .where('school_id', '=', act.seat.schoolId)
      .execute()
  })

/** Whoever was looked for in the room and let in is there: nobody asks that once more. */
async function noteSeen(sql: Sql, scene: Scene, { seat, now }: Confirming, { person }: Pass) {
  if (person === null || isHere(scene.attendance.find((one) => one.person === person))) return
  await attendIn(sql, scene, { seat, person, what: 'present', now })
}

/** It is somebody else, or by mistake: the device may ask again. */
export const refusePass = (db: Db, act: Confirming) => endPass(db, act)

/** Takes a device out of the meeting, a guest's too. */
export const endPass = (db: Db, act: Confirming) =>
  onPass(db, act, (sql, pass) => endNow(sql, { id: act.seat.meetingId, ...act.seat }, pass.id, act.now))

function onPass(
  db: Db,
  { seat, pass: id }: Confirming,
  act: (sql: Sql, pass: Pass, scene: Scene) => Promise<void>,
) {
  return changeMeeting(db, seat.actor, seat.meetingId, async ({ sql, scene }) => {
    const may = mayRecord(seat, scene.meeting)
    if (!may.may) return refuse(may.because)
    const pass = scene.passes.find((one) => one.id === id && one.endedAt === null)
    if (!pass) return refuse('pass-gone')
    await act(sql, pass, scene)
    return 'done' as const
  })
}

/** Somebody takes their own device out. */
export const leaveByPass = (db: Db, { id, schoolId, meetingId }: FoundPass, now: Moment) =>
  changeMeeting(db, keeperOf(schoolId), meetingId, async ({ sql }) => {
    await endNow(sql, { id: meetingId, schoolId }, id, now)
  })

async function endNow(sql: Sql, meeting: Pick<Meeting, 'id' | 'schoolId'>, id: PassId, now: Moment) {
  await sql
    .updateTable('meeting_pass')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('meeting_id', '=', meeting.id)
    .where('school_id', '=', meeting.schoolId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Takes away every device that joined a meeting, with the names of its guests. */
export const forgetPasses = (sql: Sql, actor: Actor, meetingId: MeetingId) =>
  sql
    .deleteFrom('meeting_pass')
    .where('meeting_id', '=', meetingId)
    .where('school_id', '=', actor.schoolId)
    .execute()
