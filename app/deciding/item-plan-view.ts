import {
  type Content,
  contentOf,
  decidedContent,
  type Item,
  type ItemState,
  itemKey,
} from '../adoption/adoption.ts'
import type { ContentBefore } from '../adoption/content-before.ts'
import { itemPieces } from '../adoption/item-pieces-view.ts'
import { itemTitle, type Wording } from '../adoption/item-view.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import { dayOf, longDay } from '../kernel/day.ts'
import { yearTitle } from '../kernel/school-year.ts'
import type { ItemSheet } from '../lookback/item-sheet.ts'
import type { SheetPiece } from '../meeting/sheet-piece.ts'
import type { Plan } from '../plan/plan.ts'
import type { Roster } from '../plan/roster.ts'
import { seenLast } from '../round/round-standing.ts'
import { itemSheetText } from './item-sheet-text.ts'

/** A sheet without what the desk adds; `content` is what would be decided, or was put to the team. */
export type BareSheet = Omit<ItemSheet, 'print' | 'look'> & { readonly content: string | null }

export type PlanReading = {
  /** As everybody of the team may read it. */
  readonly plan: Plan
  readonly roster: Roster
  readonly wording: Wording
  readonly states: readonly ItemState[]
  readonly apart: readonly Item[]
  /** What stood there before this plan was put to the team; null: nothing to compare with. */
  readonly before: ContentBefore | null
}

/** A part of the plan, or the whole of it, as it is put to the team; null: the plan no longer holds it. */
export function planItemSheet(reading: PlanReading, item: Item, isToDecide: boolean): BareSheet | null {
  const { plan, wording, roster, states } = reading
  const state = states.find((one) => itemKey(one.item) === itemKey(item))
  if (!state) return null
  const text = itemSheetText(wording.language)
  const shown = shownOf(reading, state)
  return {
    lead: `${text.planOf(yearTitle(plan.schoolYear))} · ${text.about[item.about]}`,
    heading: itemTitle(plan, item, wording),
    pieces: piecesBeside(reading, item, shown),
    since: shown.since,
    why: shown.why,
    people: item.about === 'effort' ? coordinators(roster) : [],
    decision: state.decision,
    mayDecide: isToDecide && isOpenFor(plan) && mayBePut(state),
    content: canonicalJson(shown.content),
  }
}

type Shown = {
  readonly content: Content
  readonly before: Content | null
  readonly since: string | null
  readonly why: string | null
}

/** What stands before the team: the text of the last round, or the one of the plan when that went on since. */
function shownOf({ plan, before, wording }: PlanReading, { item, decision, is }: ItemState): Shown {
  const now = contentOf(plan, item)
  const since = before && sinceBefore(before, wording)
  if (decision === null) return { content: now ?? {}, before: before?.content ?? null, since, why: null }
  const text = itemSheetText(wording.language)
  const sinceRound = text.diff(text.since.round)
  const last = decidedContent(decision)
  const wentOn =
    is === 'changed-since' || is === 'dropped-but-there' || (is === 'undecided' && movedOn(last, now))
  if (wentOn && now !== null) return { content: now, before: last, since: sinceRound, why: null }
  const earlier = decision.rounds.at(-2)
  return {
    content: last,
    before: earlier ? (JSON.parse(earlier.content) as Content) : (before?.content ?? null),
    since: earlier ? sinceRound : since,
    why: seenLast(decision).changeNote,
  }
}

function sinceBefore({ sealed, schoolYear }: ContentBefore, { language }: Wording) {
  const { diff, since } = itemSheetText(language)
  if (sealed === null) return diff(since.year(yearTitle(schoolYear)))
  return diff(since.version(sealed.number, longDay(dayOf(new Date(sealed.sealedAt)), language)))
}

/** A place that somebody took meanwhile is no other text. */
const movedOn = (last: Content, now: Content | null) =>
  now !== null &&
  [...new Set([...Object.keys(last), ...Object.keys(now)])].some(
    (name) => !name.startsWith('place:') && last[name] !== now[name],
  )

function piecesBeside(reading: PlanReading, item: Item, { content, before }: Shown): SheetPiece[] {
  const decided = reading.states.filter(({ is }) => is === 'stands').map((state) => state.item)
  const pieces = itemPieces(reading, item, content, reading.apart, decided)
  const old = before && itemPieces(reading, item, before, reading.apart, decided)
  const there = new Set(pieces.map(({ key }) => key))
  const gone = (old ?? []).filter(({ key }) => !there.has(key))
  return [
    ...pieces.map(({ key, label, text }) => ({
      label,
      text,
      before: old === null || old.length === 0 ? null : (old.find((one) => one.key === key)?.text ?? ''),
    })),
    ...gone.map(({ label, text }) => ({ label, before: text, text: '' })),
  ]
}

const coordinators = ({ people }: Roster) =>
  people.filter(({ roles, hasLeft }) => !hasLeft && roles.includes('coordinator')).map(({ name }) => name)

const isOpenFor = ({ phase }: Plan) => phase === 'input' || phase === 'decision'

/** Never asked or to be asked anew; after a missed quorum the same text is put again. */
const mayBePut = ({ is, decision }: ItemState) =>
  is === 'not-asked' ||
  is === 'changed-since' ||
  is === 'dropped-but-there' ||
  (is === 'undecided' && decision?.standing.now.is === 'no-quorum')
