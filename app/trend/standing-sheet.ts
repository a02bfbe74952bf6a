import type { SchoolYear } from '../kernel/school-year.ts'
import { type LevelShare, type ReferenceLine, referenceLines } from './reference-line.ts'
import { type Statement, standingStatements } from './sentence.ts'
import type { Standing } from './standing.ts'

/** Where the school stands, ready to be drawn and told: one share of the levels, over the years. */
export type StandingSheet = {
  readonly share: LevelShare
  /** Oldest first; only from the first year that a number of years can be counted together. */
  readonly standings: readonly Standing[]
  /** Every year with a doorstroomtoets. */
  readonly all: readonly Standing[]
  readonly lines: readonly ReferenceLine[]
  readonly statements: readonly Statement[]
}

export function standingSheet(
  all: readonly Standing[],
  share: LevelShare,
  weightings: ReadonlyMap<SchoolYear, number>,
): StandingSheet {
  const first = all.findIndex(({ together }) => together !== null)
  const standings = first === -1 ? [] : all.slice(first)
  const years = standings.map(({ until }) => until)
  const lines = referenceLines(years, share, weightings, null)
  return { share, standings, all, lines, statements: standingStatements(standings, share, lines) }
}
