import { type TypedText, typedChanges } from '../adoption/typed-place.ts'
import type { EntryId, ProposalId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { mayRun } from '../meeting/meeting-may.ts'
import type { Seat } from '../meeting/seat.ts'
import { tracksOf } from '../meeting/track-of.ts'
import { putDecidedTexts } from '../plan/decided-store.ts'
import { type Entry, TEXTS_OF, textOf } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { isOwner, mayReadTexts, mayTypeInMeeting } from '../plan/plan-may.ts'
import { readPlan, tellMoved } from '../plan/plan-store.ts'
import { answerProposal, propose, readProposals } from '../plan/proposal-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import { tidyText } from '../writing/passage.ts'
import type { DecideNo } from './decide.ts'
import { atItem, type InItem } from './decide-store.ts'

/**
 * The text of a track, talked through in a meeting: typed by its teacher alone; somebody else who leads lays it before
 * that teacher, who takes it over or not.
 */

type At = Parameters<typeof atItem>[0]

export function typeTrack(
  at: At,
  entryId: EntryId,
  texts: readonly TypedText[],
): Promise<'saved' | 'proposed' | DecideNo | null> {
  return atItem<'saved' | 'proposed'>(at, async (inside) => {
    const found = await trackAt(inside, at.seat, entryId)
    if (isRefusal(found)) return found
    const { plan, entry } = found
    const changed = changesOf(entry, texts)
    if (isRefusal(changed)) return changed
    if (isOwner(inside.actor, entry)) return layOwn(inside, plan, entry, changed.texts)
    if (!mayRun(at.seat, inside.scene.meeting).may || !mayReadTexts(inside.actor, entry).may)
      return refuse('only-own-text')
    const given = { texts: changed.texts, source: 'meeting' } as const
    const made = await propose(inside.tx, inside.actor, plan, entry, given, inside.now)
    return isRefusal(made) ? made : 'proposed'
  })
}

/** What the owner does with a text that was laid before them in the meeting. */
export function answerTyped(
  at: At,
  entryId: EntryId,
  proposalId: ProposalId,
  outcome: 'accepted' | 'declined',
): Promise<'accepted' | 'declined' | DecideNo | null> {
  return atItem<'accepted' | 'declined'>(at, async (inside) => {
    const found = await trackAt(inside, at.seat, entryId)
    if (isRefusal(found)) return found
    const { plan, entry } = found
    if (!isOwner(inside.actor, entry)) return refuse('only-own-text')
    const proposals = await readProposals(inside.tx, inside.actor, plan)
    const proposal = proposals.find((one) => one.id === proposalId && one.entryId === entry.id)
    if (!proposal) return refuse('already-answered')
    const answer = { outcome, inMeeting: true }
    const no = await answerProposal(inside.tx, inside.actor, plan, entry, proposal, answer, inside.now)
    return no ?? outcome
  })
}

/** The track, when this item is about it and the meeting runs, for a member with a session. */
async function trackAt({ tx, actor, scene, item }: InItem, seat: Seat, id: EntryId) {
  const { meeting } = scene
  if (actor.kind !== 'member' || seat.via !== 'session') return refuse('only-own-text')
  if (meeting.phase !== 'running') return refuse('not-running')
  const plan = meeting.planId && (await readPlan(tx, actor, meeting.planId))
  const entry = plan && entryOf(plan, id)
  if (!entry || !tracksOf(plan, await readRoster(tx, actor), item).includes(entry)) return refuse('item-gone')
  return { plan, entry }
}

/** What was typed in the fields of this track, as changes of what stands there. */
function changesOf(entry: Entry, texts: readonly TypedText[]) {
  const tidied: TypedText[] = []
  for (const one of texts) {
    const text = tidyText(one.text)
    if (isRefusal(text)) return refuse('text-too-long', one.key)
    tidied.push({ ...one, text })
  }
  const standing = TEXTS_OF[entry.kind].map((field) => ({ key: field, text: textOf(entry, field) }))
  const { changes, clashes } = typedChanges(standing, tidied)
  if (clashes.length > 0) return { refused: 'text-changed-meanwhile', keys: clashes } as const
  return { texts: Object.fromEntries(changes.map(({ place, text }) => [place.key, text])) }
}

async function layOwn(
  { sql, tx, actor, now }: InItem,
  plan: Plan,
  entry: Entry,
  texts: Readonly<Record<string, string>>,
): Promise<'saved' | DecideNo> {
  const may = mayTypeInMeeting(actor, plan, entry)
  if (!may.may) return { refused: 'may-not', because: may.because }
  await putDecidedTexts(sql, tx, actor, plan, entry.id, texts, now)
  tellMoved(tx, actor, plan.id)
  return 'saved'
}
