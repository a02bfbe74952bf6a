import type { Day } from '../kernel/day.ts'
import type { Budget } from '../plan/budget.ts'
import { adHocTally, preventiveShare, type Tally, tallyOf } from './balance.ts'
import type { Counted } from './count.ts'
import { type Figures, figuresOf } from './share.ts'
import type { AdHoc } from './time.ts'

/** What somebody takes along to the yearly talk about the own work: for the owner's eyes, on paper or not. */
export type Talk = {
  readonly from: Day
  readonly until: Day
  readonly tally: Tally
  /** In minutes and as a part of what came in between, the most first. */
  readonly kinds: readonly { readonly kind: AdHoc; readonly minutes: number; readonly part: number }[]
  /** Of what prevents or repairs, from 0 to 1; null: nothing does either. */
  readonly share: number | null
  /** As they are said to others: without hours. */
  readonly figures: Figures
}

/** Null: nothing was written down. */
export function talkOf(from: Day, until: Day, counted: readonly Counted[]): Talk | null {
  const figures = figuresOf(counted)
  if (figures === null) return null
  const tally = tallyOf(counted)
  return {
    from,
    until,
    tally,
    kinds: adHocTally(counted).map((one) => ({ ...one, part: one.minutes / Math.max(1, tally.adHoc) })),
    share: preventiveShare(tally),
    figures,
  }
}

/** Nearer than this the agreement was kept as well as one can say it. */
const CLOSE = 0.05

/** Preventing got less than the team agreed on: something for the talk about conditions. */
export const isBelowAim = ({ share }: Pick<Talk, 'share'>, aim: number | null) =>
  share !== null && aim !== null && share < aim / 100 - CLOSE

/** The hours themselves are a question for principal and board. */
export const isShortOfHours = ({ over, toNorm }: Pick<Budget, 'over' | 'toNorm'>) => over > 0 || toNorm > 0
