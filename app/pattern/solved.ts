import type { Counted } from './pattern.ts'

/** Of fewer solved questions no share is shown. */
export const FEWEST_SOLVED = 10
const OUT_OF = 10

/** Of every ten solved questions, how many on each rung; together ten. `few`: some were, too few to round to one. */
export type SolvedShares = {
  readonly tenths: readonly [number, number, number]
  readonly few: readonly [boolean, boolean, boolean]
  /** How many were solved. */
  readonly number: number
}

/**
 * On which rung questions were solved, for the team as a whole: shares of ten, so that no single question can be read
 * from them. Null with fewer than ten.
 */
export function solvedShares(all: readonly Counted[]): SolvedShares | null {
  const counts = [1, 2, 3].map((rung) => all.filter(({ solvedOn }) => solvedOn === rung).length)
  const number = counts.reduce((sum, count) => sum + count, 0)
  if (number < FEWEST_SOLVED) return null
  const tenths = rounded(counts, number)
  const few = counts.map((count, at) => count > 0 && tenths[at] === 0)
  return { tenths: three(tenths), few: three(few), number }
}

const three = <Of>(list: readonly Of[]) => list as unknown as readonly [Of, Of, Of]

/** Whole tenths that add up to ten: what is left over goes to the largest remainders, the lower rung first. */
function rounded(counts: readonly number[], sum: number): number[] {
  const exact = counts.map((count) => (count * OUT_OF) / sum)
  const tenths = exact.map(Math.floor)
  const left = OUT_OF - tenths.reduce((all, one) => all + one, 0)
  const order = exact
    .map((share, at) => ({ at, rest: share - Math.floor(share) }))
    .sort((one, other) => other.rest - one.rest || one.at - other.at)
  for (const { at } of order.slice(0, left)) tenths[at] = (tenths[at] ?? 0) + 1
  return tenths
}
