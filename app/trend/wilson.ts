import { cautionOf } from './suppress.ts'

/** Percentages from 0 to 100 between which the real share lies, nineteen times out of twenty. */
export type Band = { readonly low: number; readonly high: number }

/** Of the normal distribution, for nineteen out of twenty. */
const Z = 1.959964

/** The band of Wilson around a share of so many pupils; null without pupils. */
export function wilson(share: number, pupils: number): Band | null {
  if (pupils <= 0) return null
  const spread = Z ** 2 / pupils
  const middle = (share + spread / 2) / (1 + spread)
  const half = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / pupils + spread / (4 * pupils))
  return { low: Math.max(0, 100 * (middle - half)), high: Math.min(100, 100 * (middle + half)) }
}

/** A share in per cent of so many pupils. */
export type Measured = { readonly value: number; readonly n: number }

const isFew = ({ n }: Measured) => cautionOf(n) !== null

/** Whether a share may differ by chance from one that stands fast; of few pupils it always may. */
export function maybeChanceBeside(one: Measured, fixed: number): boolean {
  const band = wilson(one.value / 100, one.n)
  return isFew(one) || band === null || (band.low <= fixed && fixed <= band.high)
}

/**
 * Whether two shares of different pupils may differ by chance alone: Newcombe's interval around the difference, from
 * the bands of Wilson of both, holds nought. Of few pupils they always may: that is what is said beside their figures.
 */
export function maybeChance(one: Measured, other: Measured): boolean {
  if (isFew(one) || isFew(other)) return true
  const first = wilson(one.value / 100, one.n)
  const second = wilson(other.value / 100, other.n)
  if (first === null || second === null) return true
  const difference = one.value - other.value
  const below = Math.hypot(one.value - first.low, second.high - other.value)
  const above = Math.hypot(first.high - one.value, other.value - second.low)
  return difference - below <= 0 && difference + above >= 0
}

/**
 * How many more (or fewer: negative) would have had to reach it to stand on the other side of a value; `reached` of
 * `all`, the value in per cent with one decimal. Exactly on it counts as reached.
 */
export function wouldTurn(reached: number, all: number, value: number): number {
  const tenths = Math.round(10 * value)
  const needed = Math.ceil((tenths * all) / 1000)
  return reached < needed ? needed - reached : needed - 1 - reached
}
