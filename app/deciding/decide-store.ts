import { sha256 } from '../adoption/seal-store.ts'
import { type TypedText, typedChanges } from '../adoption/typed-place.ts'
import type { Db, Sql } from '../db/database.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { Moment } from '../kernel/day.ts'
import type { DecisionId, MeetingId, MeetingItemId, PersonId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { ItemSheet } from '../lookback/item-sheet.ts'
import { readVoicesBefore } from '../meeting/before-store.ts'
import { putItemDecision, putItemText } from '../meeting/item-put-store.ts'
import type { MeetingItem, Scene } from '../meeting/meeting.ts'
import { itemOf } from '../meeting/meeting.ts'
import { mayRun } from '../meeting/meeting-may.ts'
import { changeMeeting } from '../meeting/scene-store.ts'
import type { Seat } from '../meeting/seat.ts'
import type { Decision } from '../round/round.ts'
import { speakAs } from '../round/round-room-store.ts'
import { changeDecision, openDecision, readDecision } from '../round/round-store.ts'
import { outcomeNow, renew } from '../round/round-way.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { tidyText } from '../writing/passage.ts'
import { type DecideNo, frameOf } from './decide.ts'

/** Deciding in the room: what is done at one item of a meeting, by who leads. */

export type InItem = {
  readonly sql: Sql
  readonly tx: Db
  readonly actor: Actor
  readonly scene: Scene
  readonly item: MeetingItem
  readonly now: Moment
}

type Where = {
  readonly db: Db
  readonly seat: Seat
  readonly meetingId: MeetingId
  readonly itemId: MeetingItemId
  readonly now: Moment
}

/** An act at an item by who leads the meeting, while nobody else changes that. Null: no such meeting here. */
export const leadAtItem = <Done>(at: Where, act: (inside: InItem) => Promise<Done | DecideNo>) =>
  atItem<Done>(at, async (inside) => {
    const { meeting } = inside.scene
    const may = mayRun(at.seat, meeting)
    if (!may.may) return { refused: 'may-not', because: may.because }
    return meeting.phase === 'running' ? act(inside) : refuse('not-running')
  })

/** An act at an item by anybody with a seat; the act weighs the right. */
export function atItem<Done>(
  { db, seat, meetingId, itemId, now }: Where,
  act: (inside: InItem) => Promise<Done | DecideNo>,
): Promise<Done | DecideNo | null> {
  const { actor } = seat
  return changeMeeting<Done | DecideNo>(db, actor, meetingId, async ({ sql, tx, scene }) => {
    const item = itemOf(scene, itemId)
    return item === null ? refuse('item-gone') : act({ sql, tx, actor, scene, item, now })
  })
}

export type Asked = { readonly title: string; readonly text: string; readonly content: string }

/** What a proposal asks: its own text. */
export const proposalAsked = ({ title, text }: MeetingItem): Asked => ({
  title,
  text,
  content: canonicalJson({ text }),
})

/** What the minutes of an earlier meeting ask: that they are right, as they were put before the team. */
export const minutesAsked = (
  { heading, pieces }: Pick<ItemSheet, 'heading' | 'pieces'>,
  print: string,
): Asked => ({
  title: heading,
  text: [heading, ...pieces.map(({ label, text }) => (label === '' ? text : `${label}:\n${text}`))].join(
    '\n\n',
  ),
  content: canonicalJson({ minutes: print }),
})

/** A decision of the meeting itself, or a new round on it; `note` says why the same or another text is put again. */
export async function putOwn(
  { tx, actor, scene, item, now }: InItem,
  asked: Asked,
  note: (decision: Decision) => string,
): Promise<DecisionId | DecideNo> {
  if (asked.text.trim() === '') return refuse('text-missing')
  const { meeting } = scene
  if (item.decisionId === null) {
    const about = { scopeId: meeting.id, about: item.kind, subjectId: item.id }
    return openDecision(tx, actor, { ...about, ...asked, closesAt: null }, frameOf(meeting), now)
  }
  const by = personOf(actor)
  if (by === null) return refuse('no-round')
  const { text, content } = asked
  const renewed = await changeDecision(tx, actor, item.decisionId, now, (stored) =>
    outcomeNow(stored) === null
      ? stored
      : renew(stored, { text, content, changeNote: note(stored), closesAt: null }, by, now),
  )
  if (renewed === null) return refuse('no-round')
  return isRefusal(renewed) ? renewed : renewed.id
}

export type TypedProposal = { readonly changeNote: string; readonly texts: readonly TypedText[] }

/** The changed text of a proposal; after a round without a decision it is put anew. */
export async function typeProposal(inside: InItem, { changeNote, texts }: TypedProposal) {
  const { item, tx, actor, now } = inside
  const decision = item.decisionId && (await readDecision(tx, actor, item.decisionId, now))
  if (decision && decision.standing.now.is === 'stands') return refuse('decision-stands')
  const found = typedChanges([{ key: 'text', text: item.text }], texts)
  if (found.clashes.length > 0) return { refused: 'text-changed-meanwhile', keys: found.clashes } as const
  const text = tidyText(found.changes[0]?.text ?? item.text)
  if (isRefusal(text)) return refuse('text-too-long', 'text')
  if (text === '') return refuse('text-missing', 'text')
  if (text !== item.text) await putItemText(inside.sql, inside.scene.meeting, item, text)
  if (!decision) return 'saved' as const
  const id = await putOwn(inside, proposalAsked({ ...item, text }), () => changeNote)
  return isRefusal(id) ? id : { renewed: id }
}

/** Lays down which decision is the item's. */
export const linkDecision = ({ sql, scene, item }: InItem, decisionId: DecisionId) =>
  putItemDecision(sql, scene.meeting, item, decisionId)

/** The fingerprint of what is decided: a voice given beforehand counts for the same text alone. */
export const printOf = (content: string) => sha256(content)

/**
 * Voices that were given beforehand to this very text come into its round; into a round after a missed quorum those
 * that lay in the round before it too, and not in whose place somebody spoke.
 */
export async function layVoicesBefore({ sql, tx, actor, item, now }: InItem, id: DecisionId) {
  const decision = await readDecision(tx, actor, id, now)
  const [round, before] = decision?.rounds.toReversed() ?? []
  if (!decision || !round || round.openedAt !== now || decision.frame.unnamed) return
  const lay = (person: PersonId) =>
    !before || (before.voices ?? []).some((voice) => voice.person === person && voice.how === 'before')
  const print = printOf(round.content)
  for (const { person, answer, textPrint } of await readVoicesBefore(sql, actor, item.id)) {
    if (textPrint !== print || !decision.frame.voters.includes(person) || !lay(person)) continue
    const laid = await speakAs(tx, actor, id, person, answer, { how: 'before', enteredBy: null }, now)
    if (isRefusal(laid)) throw new Error(`a voice beforehand was refused: ${laid.refused}`)
  }
}
