import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { readPolls } from '../round/poll-store.ts'
import { FEWEST_UNNAMED } from '../round/round.ts'
import { seenLast } from '../round/round-standing.ts'
import { readDecisionFor } from '../round/round-store.ts'
import type { Actor } from '../session/actor.ts'
import { noteArrival } from './attend-store.ts'
import { currentItem, type Meeting, type MeetingItem, type Scene } from './meeting.ts'
import { mayRun } from './meeting-may.ts'
import { type LeadRefusal, type Led, lead, type Run, type RunAct, type RunItem } from './run.ts'
import { changeMeeting } from './scene-store.ts'
import type { Seat } from './seat.ts'

/** Leading a meeting: where it is, and how far each item came. */

/** What leading looks at, with the round or poll that is open on the current item. `db` may be a transaction. */
export async function readRun(db: Db, actor: Actor, scene: Scene, now: Moment): Promise<Run> {
  const { phase, current, opened, closed, chair, cancelledAt } = scene.meeting
  const busy = await readBusy(db, actor, scene, now)
  return {
    phase,
    current,
    opened,
    closed,
    chair,
    isCancelled: cancelledAt !== null,
    items: scene.items,
    busy,
  }
}

/** An open round holds the meeting at its item; so does a poll. A round with a closing time does not. */
async function readBusy(db: Db, actor: Actor, scene: Scene, now: Moment): Promise<Run['busy']> {
  const item = currentItem(scene)
  if (item === null) return null
  const decision = item.decisionId && (await readDecisionFor(db, actor, item.decisionId, null, now))
  const round = decision ? seenLast(decision) : null
  if (round?.held === 'room' && round.closed === null) return { what: 'round', item: item.id }
  const polls = await readOpenPolls(db, actor, scene, item)
  return polls.length > 0 ? { what: 'poll', item: item.id } : null
}

/** What is asked of the room at an item and still open. */
export async function readOpenPolls(db: Db, actor: Actor, scene: Scene, item: MeetingItem) {
  const polls = await readPolls(db, actor, scene.meeting.id, null)
  return polls.filter(({ subjectId, isOpen }) => subjectId === item.id && isOpen)
}

/** One act of who leads, on what stands there now. Null: no such meeting here. */
export function leadMeeting(
  db: Db,
  seat: Seat,
  act: RunAct,
  now: Moment,
): Promise<'led' | Refusal<LeadRefusal> | null> {
  return changeMeeting(db, seat.actor, seat.meetingId, async ({ sql, tx, scene }) => {
    const may = mayRun(seat, scene.meeting)
    if (!may.may || seat.person === null) return refuse(seat.person ? 'only-who-leads' : 'guest-watches')
    const before = await readRun(tx, seat.actor, scene, now)
    const after: Led = lead(before, act, { person: seat.person, now })
    if (isRefusal(after)) return after
    if (act.act === 'open') {
      const no = await fixDeciding(sql, scene)
      if (no) return no
      await noteArrival(sql, { ...scene, meeting: { ...scene.meeting, phase: 'running' } }, seat.person, now)
    }
    await writeRun(sql, scene.meeting, before, after)
    return 'led' as const
  })
}

async function writeRun(sql: Sql, meeting: Meeting, before: Run, after: Run) {
  await sql
    .updateTable('meeting')
    .set({
      phase: after.phase,
      current_item_id: after.current?.item ?? null,
      current_since: after.current?.since ?? null,
      opened_at: after.opened?.at ?? null,
      opened_by: after.opened?.by ?? null,
      closed_at: after.closed?.at ?? null,
      closed_by: after.closed?.by ?? null,
    })
    .where('id', '=', meeting.id)
    .where('school_id', '=', meeting.schoolId)
    .execute()
  for (const [at, item] of after.items.entries())
    if (item !== before.items[at]) await writeItem(sql, meeting, item)
}

async function writeItem(sql: Sql, meeting: Meeting, { id, state, stage, spent }: RunItem) {
  await sql
    .updateTable('meeting_item')
    .set({ state, stage, spent_seconds: spent })
    .where('id', '=', id)
    .where('meeting_id', '=', meeting.id)
    .where('school_id', '=', meeting.schoolId)
    .execute()
}

/** Who votes and how is fixed as the meeting opens: who left the school meanwhile is not waited for. */
async function fixDeciding(sql: Sql, { meeting, people }: Scene): Promise<Refusal<LeadRefusal> | null> {
  const { voters, quorum, unnamed } = meeting.deciding
  const gone = voters.filter((voter) => people.get(voter)?.hasLeft !== false)
  if (gone.length === 0) return null
  if (unnamed && voters.length - gone.length < FEWEST_UNNAMED) return refuse('too-few-for-ballots')
  await sql
    .deleteFrom('meeting_voter')
    .where('meeting_id', '=', meeting.id)
    .where('school_id', '=', meeting.schoolId)
    .where('person_id', 'in', gone)
    .execute()
  await sql
    .updateTable('meeting')
    .set({ quorum: Math.min(quorum, voters.length - gone.length) })
    .where('id', '=', meeting.id)
    .where('school_id', '=', meeting.schoolId)
    .execute()
  return null
}
