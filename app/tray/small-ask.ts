import type { Day, Moment } from '../kernel/day.ts'
import { mondayOf, plusDays } from '../kernel/days.ts'
import type { SmallAskId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { AD_HOCS, type AdHoc } from '../time/time.ts'
import { ANSWER_KINDS, type AnswerKind, isAnswerKind } from './answer.ts'

/** Something small that somebody asked in between, and what was said: no name, no text. */
export type SmallAsk = {
  readonly id: SmallAskId
  readonly kind: AdHoc
  readonly answer: AnswerKind
  readonly day: Day
  readonly at: Moment
}

export type SmallAskRefusal = 'kind-missing' | 'answer-missing' | 'small-many' | 'small-gone' | 'not-sure'

/** More than anybody is asked in a day; keeps a form from filling the database. */
export const MOST_A_DAY = 100

export const isSmallKind = (value: unknown): value is AdHoc => AD_HOCS.includes(value as AdHoc)

/** Two taps, from a form. */
export function parseSmallAsk(
  kind: unknown,
  answer: unknown,
): Pick<SmallAsk, 'kind' | 'answer'> | Refusal<SmallAskRefusal> {
  if (!isSmallKind(kind)) return refuse('kind-missing', 'kind')
  return isAnswerKind(answer) ? { kind, answer } : refuse('answer-missing', 'answer')
}

/** The first and the last day of the week of a day. */
export const weekOf = (day: Day): readonly [Day, Day] => {
  const monday = mondayOf(day)
  return [monday, plusDays(monday, 6)]
}

export type SmallTally = {
  readonly count: number
  /** The most first; only what there is. */
  readonly kinds: readonly { readonly kind: AdHoc; readonly count: number }[]
  readonly answers: readonly { readonly answer: AnswerKind; readonly count: number }[]
  /** The kind of more than half of them; null: none stands out, or too few to say. */
  readonly mostly: AdHoc | null
}

/** Fewer than this says nothing about what comes most. */
const ENOUGH_TO_SAY = 3

/** Small asks counted by kind and by what was said. */
export function tallySmall(asks: readonly Pick<SmallAsk, 'kind' | 'answer'>[]): SmallTally {
  const kinds = counted(AD_HOCS, (kind) => asks.filter((one) => one.kind === kind).length).map(
    ([kind, count]) => ({ kind, count }),
  )
  const answers = counted(ANSWER_KINDS, (answer) => asks.filter((one) => one.answer === answer).length).map(
    ([answer, count]) => ({ answer, count }),
  )
  const first = kinds[0]
  const stands = first !== undefined && asks.length >= ENOUGH_TO_SAY && first.count * 2 > asks.length
  return { count: asks.length, kinds, answers, mostly: stands ? first.kind : null }
}

function counted<Key>(keys: readonly Key[], count: (key: Key) => number): (readonly [Key, number])[] {
  return keys
    .map((key) => [key, count(key)] as const)
    .filter(([, number]) => number > 0)
    .sort(([, one], [, other]) => other - one)
}
