import fc from 'fast-check'
import type { DemoPersonKey } from '../app/home/demo-cast.ts'

/** What can happen to questions, in the words of the domain; how often each is tried. */
const HOW_OFTEN = {
  begin: 4,
  sentence: 2,
  rung: 6,
  ask: 5,
  yes: 3,
  no: 3,
  pass: 2,
  withdraw: 1,
  bring: 4,
  down: 1,
  'let-in': 2,
  'let-out': 1,
  heavy: 2,
  'heavy-alone': 1,
  'take-heavy-back': 1,
  came: 1,
  'hand-on': 1,
  answer: 4,
  reply: 2,
  join: 2,
  'say-join': 2,
  book: 1,
  topic: 2,
  close: 2,
  again: 1,
  'throw-away': 1,
} as const
export type Doing = keyof typeof HOW_OFTEN

/** One thing that somebody does; numbers choose among what is there then, counted round. */
export type Act = {
  readonly doing: Doing
  /** Done by whom it belongs to; else by whoever `by` points at, mostly somebody who may not. */
  readonly rightly: boolean
  readonly by: number
  readonly question: number
  readonly whom: number
  readonly turn: number
}

const doing = fc.oneof(
  ...Object.entries(HOW_OFTEN).map(([name, weight]) => ({
    weight,
    arbitrary: fc.constant(name as Doing),
  })),
)

const act: fc.Arbitrary<Act> = fc.record({
  doing,
  rightly: fc.oneof(
    { weight: 5, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  by: fc.nat({ max: 40 }),
  question: fc.nat({ max: 40 }),
  whom: fc.nat({ max: 40 }),
  turn: fc.nat({ max: 40 }),
})

/** Some months of a school; there is something to act on from the first day. */
export const histories = fc
  .array(act, { minLength: 25, maxLength: 45 })
  .map((acts): Act[] => [
    ...acts.slice(0, 2).map((one): Act => ({ ...one, doing: 'begin', rightly: true })),
    ...acts,
  ])

/** Who lives through it: more of them than are in any circle. */
export const LIVING = [
  'karin',
  'marjan',
  'anouk',
  'bram',
  'petra',
  'youssef',
  'kees',
  'sem',
  'paul',
  'eva',
] as const satisfies readonly DemoPersonKey[]
export type Living = (typeof LIVING)[number]

type Asked = 'asked' | 'yes' | 'no' | 'passed' | 'withdrawn'

/** A question as the rules of the school have it: kept beside the product, and by none of its functions. */
export type Known<Id> = {
  readonly id: Id
  readonly asker: Living
  /** The word that stands in its sentence now. */
  readonly sentence: string
  readonly rung: 1 | 2 | 3
  readonly isHeavy: boolean
  readonly asks: Readonly<Partial<Record<Living, Asked>>>
  readonly letIn: readonly Living[]
  readonly is: 'running' | 'closed' | 'thrown-away'
}

/** Who may read a question: the asker, who was asked and did not say no, whom the asker let in, and from rung 3 Karin. */
export function circleOf({ asker, asks, letIn, rung, isHeavy, is }: Known<unknown>): readonly Living[] {
  if (is === 'thrown-away') return []
  const asked = LIVING.filter((key) => asks[key] === 'yes' || (asks[key] === 'asked' && is === 'running'))
  const coordinators: Living[] = rung === 3 || isHeavy ? ['karin'] : []
  return [...new Set([asker, ...asked, ...letIn, ...coordinators])]
}

/** Words that stand in one question each: found anywhere, they tell whose they are. */
export const wordOf = (place: number) => `draadwoord${place.toString(36).padStart(3, '0')}x`
export const WORD_SHAPE = /draadwoord[0-9a-z]{3}x/g
