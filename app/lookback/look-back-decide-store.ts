import type { Db, Sql } from '../db/database.ts'
import type { NextStep } from '../evaluation/evaluation.ts'
import { decideNext, undecideNext } from '../evaluation/evaluation-decide-store.ts'
import { mayDecideNext } from '../evaluation/evaluation-may.ts'
import type { Moment } from '../kernel/day.ts'
import { type DecisionId, type MeetingId, type MeetingItemId, parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { itemOf, type MeetingItem, type Scene } from '../meeting/meeting.ts'
import { mayRun } from '../meeting/meeting-may.ts'
import { changeMeeting, type InMeeting } from '../meeting/scene-store.ts'
import type { Seat } from '../meeting/seat.ts'
import { entryOf } from '../plan/plan.ts'
import { readPlan } from '../plan/plan-store.ts'
import { readDecisionFor } from '../round/round-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { type LookNo, lookTimeOf, parseOutcome, type RoomOutcome, whoSays } from './look-back.ts'

/** Sole writer of meeting_outcome: how goals and tracks go on, as it was proposed and decided in the room. */

export async function readOutcomes(db: Db, actor: Actor, meetingId: MeetingId): Promise<RoomOutcome[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('meeting_outcome')
      .selectAll()
      .where('meeting_id', '=', meetingId)
      .where('school_id', '=', actor.schoolId)
      .orderBy('item_id')
      .execute(),
  )
  return rows.map((row) => ({
    item: row.item_id,
    next: row.next as NextStep,
    words: row.words,
    how: row.how as RoomOutcome['how'],
    decidedAt: row.decided_at,
  }))
}

type AtOutcome = InMeeting & {
  readonly seat: Seat
  readonly item: MeetingItem
  readonly place: NonNullable<Awaited<ReturnType<typeof placeOf>>>
  readonly known: RoomOutcome | null
}

/** The goal or track of an item, with the plan and the time that is looked back at. */
async function placeOf(tx: Db, actor: Actor, { meeting }: Pick<Scene, 'meeting'>, item: MeetingItem) {
  const plan = meeting.planId && (await readPlan(tx, actor, meeting.planId))
  const entry = plan && entryOf(plan, parseId<'entry'>(item.subjectId))
  return plan && entry ? { plan, entry, time: lookTimeOf(meeting, plan) } : null
}

/** An act on the outcome of an item, by whom it is: who leads for a goal, its own people for a track. */
function changeOutcome(
  db: Db,
  seat: Seat,
  itemId: MeetingItemId,
  act: (at: AtOutcome) => Promise<null | LookNo>,
): Promise<'done' | LookNo | null> {
  return changeMeeting<'done' | LookNo>(db, seat.actor, seat.meetingId, async (at) => {
    const { scene, tx } = at
    if (scene.meeting.phase !== 'running') return refuse('not-running')
    const item = itemOf(scene, itemId)
    if (item === null) return refuse('item-gone')
    const place = item.kind === 'evaluation' ? await placeOf(tx, seat.actor, scene, item) : null
    if (place === null) return refuse('not-decided-here')
    const may = mayDecideHere(seat, scene, place)
    if (!may.may) return { refused: 'may-not', because: may.because } as LookNo
    const known = (await readOutcomes(tx, seat.actor, seat.meetingId)).find((one) => one.item === itemId)
    return (await act({ ...at, seat, item, place, known: known ?? null })) ?? 'done'
  })
}

type Looked = Pick<NonNullable<Awaited<ReturnType<typeof placeOf>>>, 'plan' | 'entry'>

/** A device that joined by the code speaks for somebody, but decides nothing for a track: that asks a session. */
export const mayDecideHere = (seat: Seat, { meeting }: Pick<Scene, 'meeting'>, { plan, entry }: Looked) =>
  mayDecideNext(seat.actor, plan, entry, mayRun(seat, meeting).may)

/** Puts down what is proposed; of a track its own people choose at once. */
export function proposeOutcome(
  db: Db,
  seat: Seat,
  itemId: MeetingItemId,
  given: { readonly next: unknown; readonly words: string },
  now: Moment,
): Promise<'done' | LookNo | null> {
  const outcome = parseOutcome(given.next, given.words)
  if (isRefusal(outcome)) return Promise.resolve(outcome)
  return changeOutcome(db, seat, itemId, async (at) => {
    const no = await whyFixed(at, now)
    if (no) return no
    if (whoSays(at.place.entry) === 'team') {
      await putOutcome(at, outcome, now)
      return null
    }
    // The words about a track stand in its evaluation alone, and go with it when its term has come.
    await putOutcome(at, { ...outcome, words: '' }, now)
    return lay(at, { ...outcome, item: itemId, how: 'agreed', decidedAt: now }, now)
  })
}

/** Nobody in the room had an objection: so it is decided. */
export const agreeOutcome = (db: Db, seat: Seat, itemId: MeetingItemId, now: Moment) =>
  changeOutcome(db, seat, itemId, async (at) => {
    if (at.known === null) return refuse('nothing-proposed-yet')
    const no = (await whyFixed(at, now)) ?? (await whyObjected(at, now))
    return no ?? lay(at, { ...at.known, how: 'agreed' }, now)
  })

/** While a round is open its text stays; what a round decided is changed by a round, and an objection is not passed by. */
async function whyFixed({ tx, seat, item, known }: AtOutcome, now: Moment): Promise<LookNo | null> {
  if (known?.how === 'round') return refuse('decided-by-round')
  if (item.decisionId === null) return null
  const decision = await readDecisionFor(tx, seat.actor, item.decisionId, null, now)
  return decision?.standing.now.is === 'open' ? refuse('round-is-open') : null
}

/** An objection is answered by another text and another round, not by hearing nobody. */
async function whyObjected({ tx, seat, item }: AtOutcome, now: Moment): Promise<LookNo | null> {
  const decision = item.decisionId && (await readDecisionFor(tx, seat.actor, item.decisionId, null, now))
  return decision && decision.standing.now.is === 'objection' ? refuse('objection-stands') : null
}

async function putOutcome(
  { sql, seat, item }: AtOutcome,
  outcome: { next: NextStep; words: string },
  now: Moment,
) {
  const fresh = {
    next: outcome.next,
    words: outcome.words,
    proposed_at: now,
    proposed_by: personOf(seat.actor),
  }
  const undecided = { how: null, decided_at: null, decided_by: null }
  const where = { item_id: item.id, school_id: seat.schoolId, meeting_id: seat.meetingId }
  await sql
    .insertInto('meeting_outcome')
    .values({ ...where, ...fresh, ...undecided })
    .onConflict((clash) => clash.column('item_id').doUpdateSet({ ...fresh, ...undecided }))
    .execute()
}

/** Lays it in the evaluation, and says here that it is decided. */
async function lay(
  { sql, tx, seat, scene, item, place }: AtOutcome,
  outcome: RoomOutcome,
  now: Moment,
): Promise<LookNo | null> {
  const leads = mayRun(seat, scene.meeting).may
  const given = { next: outcome.next, adjust: outcome.words, decidedIn: item.id, leads }
  const no = await decideNext(tx, seat.actor, place, given, now)
  if (no) return no as LookNo
  await markDecided({ sql, actor: seat.actor }, item, outcome.how, now)
  return null
}

const markDecided = (
  { sql, actor }: Pick<InMeeting, 'sql'> & { actor: Actor },
  item: MeetingItem,
  how: RoomOutcome['how'],
  now: Moment,
) =>
  sql
    .updateTable('meeting_outcome')
    .set({ how, decided_at: now, decided_by: personOf(actor) })
    .where('item_id', '=', item.id)
    .where('school_id', '=', actor.schoolId)
    .execute()

/** The round on a proposal stands: its outcome is the team's, and lies in the evaluation. In the caller's transaction. */
export async function layRoundOutcome(
  tx: Db,
  actor: Actor,
  scene: Scene,
  item: MeetingItem,
  now: Moment,
): Promise<null | LookNo> {
  const place = await placeOf(tx, actor, scene, item)
  const known = (await readOutcomes(tx, actor, scene.meeting.id)).find((one) => one.item === item.id)
  if (place === null || !known) return refuse('nothing-proposed-yet')
  const given = { next: known.next, adjust: known.words, decidedIn: item.id, leads: true }
  const no = await decideNext(tx, actor, place, given, now)
  if (no) return no as LookNo
  await tx.write(actor, (sql) => markDecided({ sql, actor }, item, 'round', now))
  return null
}

/** Somebody who was absent objected within the term: the outcome of the round is a proposal again. In the caller's transaction. */
export async function undoRoundOutcome(
  tx: Db,
  actor: Actor,
  scene: Scene,
  decisionId: DecisionId,
  now: Moment,
): Promise<void> {
  const item = scene.items.find((one) => one.kind === 'evaluation' && one.decisionId === decisionId)
  const place = item ? await placeOf(tx, actor, scene, item) : null
  const known = await readOutcomes(tx, actor, scene.meeting.id)
  if (!item || !place || known.find((one) => one.item === item.id)?.how !== 'round') return
  await undecideNext(tx, actor, place, now)
  await tx.write(actor, (sql) => markOpen(sql, actor, item))
}

const markOpen = (sql: Sql, actor: Actor, item: MeetingItem) =>
  sql
    .updateTable('meeting_outcome')
    .set({ how: null, decided_at: null, decided_by: null })
    .where('item_id', '=', item.id)
    .where('school_id', '=', actor.schoolId)
    .execute()
