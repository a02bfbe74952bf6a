import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { MeetingId, MeetingItemId, PersonId } from '../kernel/id.ts'
import { wasThereAt } from '../meeting/attendance.ts'
import { type SeenDecision, seenLast } from '../round/round-standing.ts'
import { readDecisionFor } from '../round/round-store.ts'
import { type Actor, hasRole, personOf } from '../session/actor.ts'

/** A decision of a meeting on which somebody who was not there can still come back, and until when. */
export type OpenForLate = {
  readonly meetingId: MeetingId
  readonly itemId: MeetingItemId
  readonly title: string
  readonly until: Moment
}

/** No school agrees on more days than these. */
const LONGEST = 60 * 24 * 60 * 60 * 1000

/** Where this person was not there and may come back with a reasoned objection, within the days agreed beforehand. */
export async function openForLateObjection(db: Db, actor: Actor, now: Moment): Promise<OpenForLate[]> {
  const person = personOf(actor)
  if (person === null) return []
  const rows = await itemsToComeBackOn(db, actor, person, now)
  const open: OpenForLate[] = []
  for (const { decision_id, opened_at, absent_days, arrived_at, left_at, meetingId, itemId, title } of rows) {
    if (hasPassed(opened_at, absent_days, now)) continue
    const seen = decision_id && (await readDecisionFor(db, actor, decision_id, person, now))
    const until = seen ? seen.mine.objectUntil : null
    const closed = seen && seenLast(seen).closed
    const wasThere = closed && wasThereAt({ arrivedAt: arrived_at, leftAt: left_at }, closed.at)
    if (until !== null && !wasThere) open.push({ meetingId, itemId, title, until })
  }
  return open
}

export type CameBack = Omit<OpenForLate, 'until'>

/** On which decisions somebody came back: for the chair of that meeting and the coordinator, until it is taken up. */
export async function cameBackOn(db: Db, actor: Actor, now: Moment): Promise<CameBack[]> {
  const person = personOf(actor)
  if (person === null) return []
  const rows = await itemsToComeBackOn(db, actor, person, now)
  const back: CameBack[] = []
  for (const { decision_id, chair_id, meetingId, itemId, title } of rows) {
    if (chair_id !== person && !hasRole(actor, 'coordinator')) continue
    const seen = decision_id && (await readDecisionFor(db, actor, decision_id, person, now))
    if (seen && isComeBackOn(seen)) back.push({ meetingId, itemId, title })
  }
  return back
}

/** An objection of afterwards stands, and nobody has said yet how it goes on. */
function isComeBackOn(seen: SeenDecision) {
  const { late, settled } = seenLast(seen)
  const stands = late.some(({ withdrawnAt }) => withdrawnAt === null)
  return stands && settled === null && seen.standing.now.is === 'objection'
}

/** What was decided in a meeting of which the team may come back on it, with whether this person was there. */
function itemsToComeBackOn(db: Db, actor: Actor, person: PersonId, now: Moment) {
  const since = new Date(Date.parse(now) - LONGEST).toISOString() as Moment
  return db.read(actor, (sql) =>
    sql
      .selectFrom('meeting_item')
      .innerJoin('meeting', 'meeting.id', 'meeting_item.meeting_id')
      .leftJoin('meeting_attendance', (join) =>
        join
          .onRef('meeting_attendance.meeting_id', '=', 'meeting.id')
          .on('meeting_attendance.person_id', '=', person),
      )
      .select([
        'meeting.id as meetingId',
        'meeting.chair_id',
        'meeting_item.id as itemId',
        'meeting_item.title',
        'decision_id',
        'opened_at',
        'absent_days',
        'arrived_at',
        'left_at',
      ])
      .where('meeting.school_id', '=', actor.schoolId)
      .where('meeting.absent_days', 'is not', null)
      .where('meeting.opened_at', '>', since)
      .where('meeting_item.decision_id', 'is not', null)
      .where('meeting_item.removed_at', 'is', null)
      .orderBy('meeting_item.id')
      .execute(),
  )
}

/** A meeting lasts a day at most and a term runs to the end of its last day: then there is nothing to read any more. */
const hasPassed = (openedAt: Moment | null, days: number | null, now: Moment) =>
  Date.parse(now) - Date.parse(openedAt ?? now) > ((days ?? 0) + 2) * 24 * 60 * 60 * 1000
