import { type Day, type Moment, parseDay } from '../kernel/day.ts'
import type { EntryId, PersonId, PlanId, PromiseId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { tidyText } from '../writing/passage.ts'

/** What somebody shares, with whom and by when: followed until it was done, or let go. */
export type YieldPromise = {
  readonly id: PromiseId
  readonly planId: PlanId
  /** The goal or track that it comes from; null: of none. */
  readonly entryId: EntryId | null
  /** Who does it. */
  readonly person: PersonId
  readonly what: string
  readonly withWhom: string
  readonly dueOn: Day | null
  readonly madeAt: Moment
  readonly ended: Ended | null
}
export type Ended = {
  readonly as: 'done' | 'let-go'
  readonly at: Moment
  /** One line of what came of it. */
  readonly cameOf: string
}

export type YieldRefusal =
  | 'what-missing'
  | 'with-missing'
  | 'person-unknown'
  | 'entry-unknown'
  | 'day-unknown'
  | 'too-long'
  | 'came-of-missing'
  | 'ended-already'
  | 'enough-promised'
  | 'not-now'

export const LONGEST_WHAT = 300
export const LONGEST_WITH = 120
export const LONGEST_CAME_OF = 600
/** More than any team follows; keeps one plan from filling the database. */
export const MOST_OPEN = 200

export type GivenPromise = {
  readonly what: string
  readonly withWhom: string
  readonly dueOn: Day | null
}

/** The words of a promise from a form. A day is optional: some things are shared when it comes so. */
export function parsePromise(raw: {
  readonly what: string
  readonly withWhom: string
  readonly dueOn: string
}): GivenPromise | Refusal<YieldRefusal> {
  const what = oneLine(raw.what)
  const withWhom = oneLine(raw.withWhom)
  if (what === '') return refuse('what-missing', 'what')
  if (withWhom === '') return refuse('with-missing', 'withWhom')
  if (what.length > LONGEST_WHAT) return refuse('too-long', 'what')
  if (withWhom.length > LONGEST_WITH) return refuse('too-long', 'withWhom')
  const dueOn = raw.dueOn === '' ? null : parseDay(raw.dueOn)
  if (raw.dueOn !== '' && dueOn === null) return refuse('day-unknown', 'dueOn')
  return { what, withWhom, dueOn }
}

/** One line of what came of it; a promise that is let go needs none. */
export function parseCameOf(raw: string, as: Ended['as']): string | Refusal<YieldRefusal> {
  const text = oneLine(raw)
  if (text === '' && as === 'done') return refuse('came-of-missing', 'cameOf')
  return text.length > LONGEST_CAME_OF ? refuse('too-long', 'cameOf') : text
}

function oneLine(raw: string): string {
  const tidy = tidyText(raw.slice(0, 4_000))
  return typeof tidy === 'string' ? tidy.replace(/\s+/g, ' ').trim() : ''
}

const NO_DAY = '9999-12-31'

/** Open ones by day, those without a day last; ended ones the newest first. */
export function inOrder(promises: readonly YieldPromise[]) {
  const open = promises.filter(({ ended }) => ended === null)
  const ended = promises.filter((one) => one.ended !== null)
  const key = ({ dueOn, id }: YieldPromise) => `${dueOn ?? NO_DAY} ${id}`
  return {
    open: open.toSorted((one, other) => (key(one) < key(other) ? -1 : 1)),
    ended: ended.toSorted((one, other) => ((one.ended?.at ?? '') > (other.ended?.at ?? '') ? -1 : 1)),
  }
}
