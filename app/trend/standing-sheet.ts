import type { SchoolYear } from '../kernel/school-year.ts'
import { type Aim, standingAim } from './aim.ts'
import { type LevelShare, type ReferenceLine, referenceLines } from './reference-line.ts'
import { type Statement, standingStatements } from './sentence.ts'
import type { Standing } from './standing.ts'
import type { TestChange } from './test-change.ts'

/** Where the school stands, ready to be drawn and told: one share of the levels, over the years. */
export type StandingSheet = {
  readonly share: LevelShare
  /** Oldest first; only from the first year that a number of years can be counted together. */
  readonly standings: readonly Standing[]
  /** Every year with a doorstroomtoets. */
  readonly all: readonly Standing[]
  readonly lines: readonly ReferenceLine[]
  readonly statements: readonly Statement[]
  /** Where group 8 began to make another test, among the years that are drawn. */
  readonly changes: readonly TestChange[]
  /** Where one reads more of the ambition that is drawn. */
  readonly aim: Aim | null
}

/** What stands beside the numbers: what the school aims at, and where another test began. */
type Beside = { readonly aims?: readonly Aim[]; readonly changes?: readonly TestChange[] }

export function standingSheet(
  all: readonly Standing[],
  share: LevelShare,
  weightings: ReadonlyMap<SchoolYear, number>,
  { aims = [], changes = [] }: Beside = {},
): StandingSheet {
  const first = all.findIndex(({ together }) => together !== null)
  const standings = first === -1 ? [] : all.slice(first)
  const years = standings.map(({ until }) => until)
  const aim = standingAim(aims, share)
  const lines = referenceLines(years, share, weightings, aim && { share, value: aim.value, by: aim.by })
  const statements = standingStatements(standings, share, lines)
  const drawn = changes.filter(({ schoolYear }) => years.slice(1).includes(schoolYear))
  return { share, standings, all, lines, statements, changes: drawn, aim }
}
