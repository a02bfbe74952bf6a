import type { Moment } from '../kernel/day.ts'
import type { Id, PersonId } from '../kernel/id.ts'
import { type Anchor, CONTEXT } from './suggestion-place.ts'

export type SuggestionId = Id<'suggestion'>
export type SuggestionOutcome = 'accepted' | 'declined' | 'withdrawn'

/** 'Change these words into those', for whoever holds the pen of the passage to decide. Texts in the stored form. */
export type Suggestion = {
  readonly id: SuggestionId
  readonly ownerId: string
  readonly field: string
  /** The revision of the passage on which it was made. */
  readonly revision: number
  readonly anchor: Anchor
  readonly replacement: string
  readonly reason: string | null
  /** Null: a program of the school. */
  readonly madeBy: PersonId | null
  readonly madeAt: Moment
  readonly outcome: SuggestionOutcome | null
  readonly answeredAt: Moment | null
  readonly answeredBy: PersonId | null
  readonly answer: string | null
}

export const isWaitingSuggestion = ({ outcome }: Suggestion) => outcome === null

/** So many suggestions of one person may wait at one text. */
export const MOST_WAITING = 20

/** What stood there and what should, with a little of what stands around it; cut at a word, '…' says so. */
export function inContext({ anchor, replacement }: Pick<Suggestion, 'anchor' | 'replacement'>) {
  const head = headOf(anchor.before)
  const tail = tailOf(anchor.after)
  return { before: head + anchor.quote + tail, after: head + replacement + tail }
}

const headOf = (before: string) => {
  const line = before.slice(before.lastIndexOf('\n') + 1).replace(/^(?:- |\d+\. )/, '')
  return before.length < CONTEXT || line.length < before.length ? line : `… ${line.replace(/^\S*\s+/, '')}`
}

const tailOf = (after: string) => {
  const [line = ''] = after.split('\n', 1)
  return after.length < CONTEXT || line.length < after.length ? line : `${line.replace(/\s+\S*$/, '')} …`
}
