import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { type Attendance, isHere, type Meeting } from './meeting.ts'

/**
 * What is said of somebody's being there: `here` in the room or from elsewhere, `left` now, `absent` (with notice when
 * they said so themselves), and `open`: nothing is said any more.
 */
export const ATTENDING = ['present', 'remote', 'left', 'absent-notice', 'absent', 'open'] as const
export type Attending = (typeof ATTENDING)[number]

export type AttendRefusal =
  | 'not-open-yet'
  | 'meeting-over'
  | 'not-here'
  | 'already-here'
  | 'only-minute-taker'
  | 'presence-unknown'

export const parseAttending = (value: unknown): Attending | null =>
  ATTENDING.find((known) => known === value) ?? null

export type Noting = {
  readonly person: PersonId
  readonly what: Attending
  /** When they came or went; now, unless the minute-taker says another time. */
  readonly at: Moment
  readonly now: Moment
  /** Null: by themselves. */
  readonly by: PersonId | null
  /** One may come in: from an hour before until the meeting is closed. */
  readonly doorIsOpen: boolean
}

/**
 * What is written down of somebody after this; null: nothing. The first time that somebody came stays, also when they
 * go on from elsewhere or come back.
 */
export function attendanceAfter(
  before: Attendance | undefined,
  meeting: Pick<Meeting, 'phase' | 'cancelledAt'>,
  noting: Noting,
): Attendance | null | Refusal<AttendRefusal> {
  const why = whyNot(before, meeting, noting)
  if (why) return why
  const { person, what, at, now, by } = noting
  if (what === 'open') return null
  const noted = { person, notedAt: now, notedBy: by }
  if (what === 'absent' || what === 'absent-notice')
    return { ...noted, how: what, arrivedAt: null, leftAt: null }
  if (what === 'left' && before)
    return { ...noted, how: before.how, arrivedAt: before.arrivedAt, leftAt: before.leftAt ?? at }
  const how = what === 'remote' ? 'remote' : 'present'
  return { ...noted, how, arrivedAt: before?.arrivedAt ?? at, leftAt: null }
}

function whyNot(
  before: Attendance | undefined,
  meeting: Pick<Meeting, 'phase' | 'cancelledAt'>,
  { what, by, doorIsOpen }: Noting,
) {
  if (meeting.cancelledAt !== null) return refuse('meeting-over')
  const isForOther = by !== null
  if (meeting.phase === 'closed' && !isForOther) return refuse('meeting-over')
  const comes = what === 'present' || what === 'remote'
  if (comes && !doorIsOpen && meeting.phase === 'prepare') return refuse('not-open-yet')
  if (what === 'left' && !cameIn(before)) return refuse('not-here')
  // Who is there goes by 'left': that they were there stays written. The minute-taker can put a mistake right.
  if ((what === 'absent' || what === 'absent-notice' || what === 'open') && !isForOther && cameIn(before))
    return refuse('already-here')
  return what === 'absent' && !isForOther ? refuse('only-minute-taker') : null
}

const cameIn = (attendance: Attendance | undefined) =>
  attendance?.how === 'present' || attendance?.how === 'remote'

/**
 * Somebody spoke or tapped in a running meeting, so they take part: in the room, or from elsewhere when they had said
 * that they could not come. Null when that was known.
 */
export function arrivalOf(
  before: Attendance | undefined,
  meeting: Pick<Meeting, 'phase'>,
  person: PersonId,
  now: Moment,
): Attendance | null {
  if (meeting.phase !== 'running' || isHere(before)) return null
  const wasAway = before?.how === 'absent-notice' || before?.how === 'remote'
  const arrivedAt = before?.arrivedAt ?? now
  const how = wasAway ? 'remote' : 'present'
  return { person, how, arrivedAt, leftAt: null, notedAt: now, notedBy: null }
}

const GRACE = 5 * 60_000

/** Came in more than five minutes after the meeting was opened. */
export const cameLater = (meeting: Pick<Meeting, 'opened'>, { arrivedAt }: Pick<Attendance, 'arrivedAt'>) =>
  meeting.opened !== null &&
  arrivedAt !== null &&
  Date.parse(arrivedAt) - Date.parse(meeting.opened.at) > GRACE

/** Went before the meeting was closed. */
export const leftBefore = (meeting: Pick<Meeting, 'closed'>, { leftAt }: Pick<Attendance, 'leftAt'>) =>
  leftAt !== null && (meeting.closed === null || leftAt < meeting.closed.at)

type Stay = Pick<Attendance, 'arrivedAt' | 'leftAt'>

/** Whether somebody was in the room, or took part from elsewhere, at this moment. */
export const wasThereAt = ({ arrivedAt, leftAt }: Stay, at: Moment) =>
  arrivedAt !== null && arrivedAt <= at && (leftAt === null || leftAt >= at)
