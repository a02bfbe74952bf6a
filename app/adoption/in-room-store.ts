import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { DecisionId, PlanId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { Frame } from '../round/round.ts'
import type { Actor } from '../session/actor.ts'
import {
  askedApart,
  type Item,
  type ItemState,
  type ItemWords,
  isOfNow,
  itemKey,
  mayBeAsked,
} from './adoption.ts'
import type { AdoptionNo, AmendmentNo } from './adoption-no.ts'
import { moveToDecision, openItem, readAdoption, renewItem } from './adoption-store.ts'
import type { Which } from './amendment-agree-store.ts'
import { putAmendment, renewAmendment } from './amendment-round-store.ts'
import type { AmendmentWords } from './amendment-scene.ts'
import { holdAmendment } from './amendment-write-store.ts'

export type PutInRoom = {
  readonly item: Item
  readonly frame: Frame
  readonly words: ItemWords
  /** The reason of the move to the phase of decision, for its record. */
  readonly why: string
  /** What the record says when the same text is put again because too few had answered. */
  readonly again: string
}

/**
 * Puts one item to the team in a meeting, for who has seen that the actor leads there: a round without a closing time.
 * A round that is open already (by time) is answered as it is; after a missed quorum the same text is put again; after
 * an objection it needs another text first.
 */
export function putInRoom(
  db: Db,
  actor: Actor,
  planId: PlanId,
  asked: PutInRoom,
  now: Moment,
): Promise<DecisionId | AdoptionNo> {
  return db.write(actor, async (_sql, tx) => {
    await tx.hold(planId)
    const adoption = await readAdoption(tx, actor, planId, now)
    const state = adoption?.states.find(({ item }) => itemKey(item) === itemKey(asked.item))
    if (!adoption || !state) return refuse('item-unknown')
    if (!mayBeAsked(state)) return whatIsThere(tx, actor, planId, state, asked, now)
    const moved = await moveToDecision(tx, actor, adoption.plan, asked.why, now)
    if (moved !== null) return moved
    const apart = askedApart(adoption.decisions.filter((one) => isOfNow(adoption.plan, one)))
    return openItem(tx, actor, adoption, state.item, apart, { ...asked, closesAt: null }, now)
  })
}

/** What comes of asking an item that was put to the team before. */
async function whatIsThere(
  tx: Db,
  actor: Actor,
  planId: PlanId,
  { is, decision }: ItemState,
  { words, why, again }: PutInRoom,
  now: Moment,
): Promise<DecisionId | AdoptionNo> {
  if (decision === null) return refuse('item-unknown')
  if (is === 'open') return decision.id
  if (is !== 'undecided') return refuse(is === 'dropped' ? 'was-dropped' : 'decision-stands')
  const changeNote = decision.standing.now.is === 'no-quorum' ? again : ''
  const renewal = { changeNote, closesAt: null, words, why, change: null }
  const renewed = await renewItem(tx, actor, planId, decision.id, renewal, now)
  if (renewed === null) return refuse('item-unknown')
  return isRefusal(renewed) ? renewed : decision.id
}

export type PutAmendmentInRoom = Pick<PutInRoom, 'frame' | 'again'> & { readonly words: AmendmentWords }

/** The same for an amendment of the team, which has a decision of its own. */
export function putAmendmentInRoom(
  db: Db,
  actor: Actor,
  which: Which,
  { frame, again, words }: PutAmendmentInRoom,
  now: Moment,
): Promise<DecisionId | AmendmentNo> {
  return db.write(actor, async (_sql, tx) => {
    const scene = await holdAmendment(tx, actor, which.planId, which.id, now)
    if (scene === null) return refuse('subject-gone')
    const { decision } = scene
    const asked = { closesAt: null, words, isLed: true }
    if (decision === null) return putAmendment(tx, actor, which, { ...asked, frame }, now)
    if (decision.standing.now.is === 'open') return decision.id
    const changeNote = decision.standing.now.is === 'no-quorum' ? again : ''
    const renewed = await renewAmendment(tx, actor, which, { ...asked, changeNote }, now)
    return isRefusal(renewed) ? renewed : decision.id
  })
}
