import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { MeetingId, MeetingItemId } from '../kernel/id.ts'
import type { MeetingItem } from '../meeting/meeting.ts'
import { itemFrom } from '../meeting/meeting-rows.ts'
import { readDecisionsOf } from '../round/round-store.ts'
import type { Actor } from '../session/actor.ts'

const DAY = 86_400_000
/** What lay untouched for longer is not brought back by itself. */
const DAYS_BACK = 400

/**
 * Items that come back: carried over by a meeting that is over, decided on there without an outcome, or of a meeting
 * that was cancelled; and on no agenda since. The oldest first.
 */
export async function readCarried(db: Db, actor: Actor, now: Moment): Promise<MeetingItem[]> {
  const since = new Date(Date.parse(now) - DAYS_BACK * DAY).toISOString() as Moment
  const rows = await db.read(actor, (sql) => leftOver(sql, actor, since).execute())
  const undecided = await withoutOutcome(db, actor, rows, now)
  return rows
    .filter((row) => row.cancelled_at !== null || row.state === 'carried' || undecided.has(row.id))
    .map(itemFrom)
    .filter(({ kind }) => kind !== 'minutes')
}

/** Items of meetings that are over or did not go on, and that came to stand on no later agenda. */
const leftOver = (sql: Sql, actor: Actor, since: Moment) =>
  sql
    .selectFrom('meeting_item')
    .innerJoin('meeting', 'meeting.id', 'meeting_item.meeting_id')
    .selectAll('meeting_item')
    .select('meeting.cancelled_at')
    .where('meeting.school_id', '=', actor.schoolId)
    .where('meeting.starts_at', '>', since)
    .where('meeting_item.removed_at', 'is', null)
    .where((is) =>
      is.or([
        is('meeting.cancelled_at', 'is not', null),
        is.and([
          is('meeting.phase', '=', 'closed'),
          is.or([is('meeting_item.state', '=', 'carried'), is('decision_id', 'is not', null)]),
        ]),
      ]),
    )
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('meeting_item as next')
            .innerJoin('meeting as later', 'later.id', 'next.meeting_id')
            .select('next.id')
            .whereRef('next.carried_from', '=', 'meeting_item.id')
            .where('next.removed_at', 'is', null)
            .where('later.cancelled_at', 'is', null),
        ),
      ),
    )
    .orderBy('meeting.starts_at')
    .orderBy('meeting_item.position')

type LeftOver = {
  readonly id: MeetingItemId
  readonly meeting_id: MeetingId
  readonly decision_id: string | null
}

/** A proposal of the meeting's own with an objection that still stands, too few voices, or no majority. */
async function withoutOutcome(db: Db, actor: Actor, rows: readonly LeftOver[], now: Moment) {
  const asked = rows.filter(({ decision_id }) => decision_id !== null)
  const found = new Set<MeetingItemId>()
  for (const meeting of new Set(asked.map(({ meeting_id }) => meeting_id))) {
    const decisions = await readDecisionsOf(db, actor, meeting, now)
    const open = decisions.filter(({ standing }) =>
      ['objection', 'no-quorum', 'no-majority'].includes(standing.now.is),
    )
    for (const { id, decision_id } of asked)
      if (open.some((decision) => decision.id === decision_id)) found.add(id)
  }
  return found
}
