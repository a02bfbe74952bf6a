import { isDecidable } from '../deciding/decide.ts'
import type { ItemSheet } from '../lookback/item-sheet.ts'
import type { MeetingItem, Stage } from '../meeting/meeting.ts'
import { type Leaving, stagesOf } from '../meeting/run.ts'
import { type SeenRound, seenLast } from '../round/round-standing.ts'
import type { Board } from './board.ts'

/** What the next step at an item is: the button that stands first, on the board and at the desk. */
export type Step =
  | { readonly does: 'stage'; readonly stage: Stage }
  | { readonly does: 'open-round'; readonly again: boolean }
  | { readonly does: 'change-text' }
  | { readonly does: 'go-on' }

type AtItem = Pick<MeetingItem, 'kind' | 'purpose' | 'stage'>
type Sheet = Pick<ItemSheet, 'decision' | 'mayDecide' | 'confirmed'> | null

/** The stages that an item really has: a round only where there is a text that a round can be held on. */
export const stagesFor = ({ kind, purpose }: Pick<AtItem, 'kind' | 'purpose'>): readonly Stage[] =>
  stagesOf(purpose).filter((stage) => stage !== 'consent' || isDecidable({ kind }))

/** The round in the room that holds the meeting at its item; one with a closing time does not. */
export function heldRound(sheet: Sheet): SeenRound | null {
  const round = sheet?.decision ? seenLast(sheet.decision) : null
  return round?.held === 'room' && round.closed === null ? round : null
}

export function nextStep(item: AtItem, sheet: Sheet): Step {
  const stages = stagesFor(item)
  if (sheet?.confirmed || (item.stage === null && isToldOnly(item))) return { does: 'go-on' }
  const ahead = stages[item.stage === null ? 0 : stages.indexOf(item.stage) + 1]
  if (ahead && (item.stage === null || stages.includes(item.stage))) return { does: 'stage', stage: ahead }
  if (item.stage !== 'consent' || !stages.includes('consent')) return { does: 'go-on' }
  const is = sheet?.decision?.standing.now.is
  if (is === 'objection' || is === 'no-majority') return { does: 'change-text' }
  if (is === 'no-quorum') return { does: 'open-round', again: true }
  return is === undefined && sheet?.mayDecide ? { does: 'open-round', again: false } : { does: 'go-on' }
}

/** As a rule this is over with hearing it: rounds are there for who asks for them. */
const isToldOnly = ({ kind, purpose }: Pick<AtItem, 'kind' | 'purpose'>) =>
  purpose === 'informing' || kind === 'minutes'

/** Stages further on to which one can go at once: the decision on an easy item, questions where none are expected. */
export function jumpsAt(item: AtItem, sheet: Sheet): Stage[] {
  if (sheet?.confirmed || heldRound(sheet)) return []
  const stages = stagesFor(item)
  const next = nextStep(item, sheet)
  const isFirst = item.stage === null || item.stage === 'understanding'
  const jumps: Stage[] = item.stage === null && isToldOnly(item) ? ['understanding'] : []
  if (isFirst && isUndecided(item, sheet)) jumps.push('consent')
  return jumps.filter((stage) => stages.includes(stage) && !(next.does === 'stage' && next.stage === stage))
}

/** Its decision is still to come: nothing stands, and the proposal was not taken back. */
export function isUndecided(item: Pick<AtItem, 'kind' | 'purpose'>, sheet: Sheet): boolean {
  if (sheet?.confirmed || !stagesFor(item).includes('consent')) return false
  const is = sheet?.decision?.standing.now.is
  return is !== 'stands' && is !== 'dropped'
}

/** How the item under way is left as a rule: it was had, or it moves on for its decision is still to come. */
export const usualLeaving = (item: Pick<AtItem, 'kind' | 'purpose'>, sheet: Sheet): Leaving =>
  isUndecided(item, sheet) ? 'carried' : 'done'

/** Nothing is left to do but to close the meeting: no item is to come, and no plan to adopt. */
export const isAllDone = ({ scene, item, canSeal }: Pick<Board, 'scene' | 'item' | 'canSeal'>): boolean =>
  item === null && !canSeal && scene.items.every(({ state }) => state !== 'to-come')

/** Whether the chair can say how it goes on with an item that found no decision. */
export function canSettle(sheet: Sheet): boolean {
  const is = sheet?.decision?.standing.now.is
  return is === 'objection' || is === 'no-majority' || is === 'no-quorum'
}

/** Whether its text can be typed in the meeting: now, and not while a round on it is open. */
export const mayTypeAt = (item: Pick<AtItem, 'kind'>, sheet: Sheet): boolean =>
  heldRound(sheet) === null &&
  sheet?.decision?.standing.now.is !== 'stands' &&
  (TYPED.includes(item.kind) || isDecidable(item)) &&
  item.kind !== 'minutes'

const TYPED: readonly MeetingItem['kind'][] = ['track', 'tracks']
