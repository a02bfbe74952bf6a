import { adoptionText } from '../adoption/adoption-text.ts'
import { amendmentWords } from '../adoption/amendment-item-view.ts'
import { settleAmendment } from '../adoption/amendment-round-store.ts'
import { putAmendmentInRoom, putInRoom } from '../adoption/in-room-store.ts'
import { itemWords } from '../adoption/item-view.ts'
import type { TypedText } from '../adoption/typed-place.ts'
import { type TypedAnswer, typeAmendmentInRoom, typeInRoom } from '../adoption/typed-store.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type DecisionId, type MeetingId, type MeetingItemId, parseId } from '../kernel/id.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { layRoundOutcome } from '../lookback/look-back-decide-store.ts'
import { lookBackQuestion } from '../lookback/look-back-desk.ts'
import { markOf, mayOpenRound } from '../meeting/run.ts'
import { readRun } from '../meeting/run-store.ts'
import { readScene } from '../meeting/scene-store.ts'
import type { Seat } from '../meeting/seat.ts'
import { type Decision, lastRound, type Way } from '../round/round.ts'
import { closeInRoom } from '../round/round-room-store.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import { changeDecision } from '../round/round-store.ts'
import { outcomeNow, settle, withdraw } from '../round/round-way.ts'
import { flushWriting } from '../writing/flush-desk.ts'
import { type DecideNo, frameOf, planItem, whyNoRound } from './decide.ts'
import {
  atItem,
  type InItem,
  layVoicesBefore,
  leadAtItem,
  linkDecision,
  minutesAsked,
  proposalAsked,
  putOwn,
  typeProposal,
} from './decide-store.ts'
import { decideText } from './decide-text.ts'
import { minutesSheet } from './minutes-sheet-desk.ts'

export type Wording = { readonly language: Language; readonly terms: Terms }

/** At which item of which meeting something is decided, by whom. `db` may be a transaction that holds the meeting. */
export type DecideAt = {
  readonly db: Db
  readonly seat: Seat
  readonly meetingId: MeetingId
  readonly itemId: MeetingItemId
  readonly now: Moment
  readonly wording: Wording
}

/**
 * Opens a round in the room on the current item. After a missed quorum it puts the same text again; after an objection
 * the text changes first (`renewRound`). A round by time that is open on it becomes the item's and is answered as it is.
 * Null: no such meeting here.
 */
export async function openRound(at: DecideAt): Promise<DecisionId | DecideNo | null> {
  await storeTyping(at)
  return leadAtItem<DecisionId>(at, async (inside) => {
    const { scene, item, tx, actor, now } = inside
    const run = await readRun(tx, actor, scene, now)
    const no = whyNoRound(scene.meeting, item) ?? mayOpenRound(run, markOf(run))
    if (no) return no as DecideNo
    const id = await putItem(inside, at.wording)
    if (isRefusal(id)) return id
    await linkDecision(inside, id)
    await layVoicesBefore(inside, id)
    return id
  })
}

/** What is being typed elsewhere is stored before it is put to the team; in a caller's transaction that was done. */
export async function storeTyping({ db, seat, meetingId }: Pick<DecideAt, 'db' | 'seat' | 'meetingId'>) {
  if (db.isTransaction) return
  const scene = await readScene(db, seat.actor, meetingId)
  if (scene?.meeting.planId) await flushWriting(db, scene.meeting.planId)
}

/** The act by the kind of the item. */
async function putItem(inside: InItem, wording: Wording): Promise<DecisionId | DecideNo> {
  const { tx, actor, scene, item, now } = inside
  const { meeting } = scene
  const text = decideText(wording.language)
  const frame = frameOf(meeting)
  if (item.kind === 'minutes') return putMinutes(inside, wording)
  if (item.kind === 'proposal') return putOwn(inside, proposalAsked(item), noteFor(text.again))
  if (meeting.planId === null) return refuse('no-plan')
  if (item.kind === 'evaluation') return putOutcome(inside, wording)
  if (item.kind === 'amendment') {
    const which = amendmentOf(inside)
    if (which === null) return refuse('item-gone')
    return putAmendmentInRoom(
      tx,
      actor,
      which,
      { frame, again: text.again, words: amendmentWords(wording) },
      now,
    )
  }
  const about = planItem(item)
  if (about === null) return refuse('item-gone')
  const words = { words: itemWords(wording), why: adoptionText(wording.language).why.open, again: text.again }
  return putInRoom(tx, actor, meeting.planId, { item: about, frame, ...words }, now)
}

/** After a missed quorum the record says so; else the text says itself what changed. */
const noteFor = (again: string) => (decision: Decision) => (outcomeNow(decision) === 'no-quorum' ? again : '')

export function amendmentOf({ scene, item }: Pick<InItem, 'scene' | 'item'>) {
  const id = parseId<'amendment'>(item.subjectId)
  return id && scene.meeting.planId ? { planId: scene.meeting.planId, id } : null
}

/** The minutes of an earlier meeting, as they were put before the team. */
async function putMinutes(inside: InItem, wording: Wording) {
  const { tx, actor, scene, item, now } = inside
  const sheet = await minutesSheet({ db: tx, now }, actor, scene, item, wording)
  if (!sheet.mayDecide || sheet.print === null) return refuse('nothing-to-decide')
  return putOwn(inside, minutesAsked(sheet, sheet.print), noteFor(decideText(wording.language).again))
}

/** What looking back proposes for a goal: go on, adjust or stop. */
async function putOutcome(inside: InItem, wording: Wording, note?: string) {
  const { tx, actor, scene, item, now } = inside
  const asked = await lookBackQuestion({ db: tx, now }, actor, scene, item, wording)
  if (asked === null) return refuse('nothing-proposed-yet')
  const { again } = decideText(wording.language)
  return putOwn(inside, asked, note === undefined ? noteFor(again) : () => note)
}

/** Closes the round on an item: in the room at any moment, a round by time only when everybody answered. */
export function closeRound(at: DecideAt): Promise<SeenDecision | DecideNo | null> {
  return leadAtItem<SeenDecision>(at, async (inside) => {
    const { tx, actor, item, scene, now } = inside
    const person = at.seat.person
    if (item.decisionId === null || person === null) return refuse('no-round')
    const closed = await closeInRoom(tx, actor, item.decisionId, person, now)
    if (closed === null) return refuse('no-round')
    if (isRefusal(closed)) return closed
    // Who was not there may still come back on it: an objection within the term undoes the outcome.
    if (item.kind === 'evaluation' && closed.standing.now.is === 'stands') {
      const no = await layRoundOutcome(tx, actor, scene, item, now)
      if (isRefusal(no)) return no as DecideNo
    }
    return closed
  })
}

export type Renewing = {
  /** What is different, and why. */
  readonly changeNote: string
  /** The text as it was typed in the meeting; none: as it stands now. */
  readonly texts?: readonly TypedText[]
}

/**
 * The changed text of an item, typed in the room: stored and put to the team anew in one transaction after a round
 * without a decision, else only stored ('saved'). Nothing is stored of a text that somebody else changed meanwhile.
 */
export async function renewRound(
  at: DecideAt,
  given: Renewing,
): Promise<'renewed' | 'saved' | DecideNo | null> {
  await storeTyping(at)
  return leadAtItem<'renewed' | 'saved'>(at, async (inside) => {
    const { scene, item, tx, actor, now } = inside
    const run = await readRun(tx, actor, scene, now)
    const no = whyNoRound(scene.meeting, item) ?? (run.busy && refuse('round-open'))
    if (no) return no
    const typed = await typeItem(inside, at.wording, given)
    if (isRefusal(typed)) return typed
    if (typed === 'saved') return typed
    await linkDecision(inside, typed.renewed)
    return 'renewed'
  })
}

/** The act by the kind of the item. */
async function typeItem(
  inside: InItem,
  wording: Wording,
  { changeNote, texts = [] }: Renewing,
): Promise<TypedAnswer | DecideNo> {
  const { tx, actor, scene, item, now } = inside
  const { why } = adoptionText(wording.language)
  const typed = { changeNote, texts, why: why.open }
  if (item.kind === 'proposal') return typeProposal(inside, typed)
  const planId = scene.meeting.planId
  if (planId === null) return refuse('no-plan')
  if (item.kind === 'evaluation') return renewed(await putOutcome(inside, wording, changeNote))
  if (item.kind === 'amendment') {
    const which = amendmentOf(inside)
    if (which === null) return refuse('item-gone')
    return typeAmendmentInRoom(tx, actor, which, { ...typed, words: amendmentWords(wording) }, now)
  }
  const about = planItem(item)
  if (about === null) return refuse('not-typed-here')
  return typeInRoom(tx, actor, planId, about, { ...typed, words: itemWords(wording) }, now)
}

const renewed = (id: DecisionId | DecideNo): TypedAnswer | DecideNo => (isRefusal(id) ? id : { renewed: id })

/** What the chair does with an item that found no decision. */
export const settleItem = (at: DecideAt, { way, note }: { readonly way: Way; readonly note: string }) =>
  leadAtItem<Decision>(at, async (inside) => {
    const { tx, actor, item, now } = inside
    const by = at.seat.person
    if (item.decisionId === null || by === null) return refuse('no-round')
    const which = item.kind === 'amendment' ? amendmentOf(inside) : null
    if (which) return settleAmendment(tx, actor, which, { way, note, isLed: true }, now)
    const settled = await changeDecision(tx, actor, item.decisionId, now, (stored) =>
      settle(stored, way, note, by, now),
    )
    return settled ?? refuse('no-round')
  })

/** The objector alone takes the objection back, after the round, from an own seat. */
export const takeObjectionBack = (at: DecideAt) =>
  atItem<Decision>(at, async (inside) => {
    const { tx, actor, item, now } = inside
    const { person } = at.seat
    if (item.decisionId === null || person === null) return refuse('no-round')
    const taken = await changeDecision(tx, actor, item.decisionId, now, (stored) =>
      withdraw(stored, person, now),
    )
    if (taken === null || isRefusal(taken)) return taken ?? refuse('no-round')
    const no = await layWhenItStands(inside, taken, at.wording)
    return no ?? taken
  })

/** What the round asked of a goal is the team's from here on; a proposal that was changed since asks a round of its own. */
async function layWhenItStands(
  inside: InItem,
  decision: Decision,
  wording: Wording,
): Promise<DecideNo | null> {
  const { tx, actor, scene, item, now } = inside
  if (item.kind !== 'evaluation' || outcomeNow(decision) !== 'stands') return null
  const asked = await lookBackQuestion({ db: tx, now }, actor, scene, item, wording)
  if (asked?.content !== lastRound(decision).content) return null
  return (await layRoundOutcome(tx, actor, scene, item, now)) as DecideNo | null
}
