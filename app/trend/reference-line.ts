import type { SchoolYear } from '../kernel/school-year.ts'
import { tableFor } from './signal.ts'
import { classOf, type SignalTable } from './signal-table.ts'

/** The four that are never mixed: a norm, two comparisons, and what the school wants itself. */
export const REFERENCE_LINES = ['signal', 'comparable', 'national', 'ambition'] as const
export type ReferenceKind = (typeof REFERENCE_LINES)[number]

/** What share of the levels is meant: at least 1F, or 1S (arithmetic) and 2F (reading, language). */
export type LevelShare = 'at1F' | 'target'

/** What the school itself aims at, in per cent; `by`: the school year in which it should be so. */
export type Ambition = { readonly share: LevelShare; readonly value: number; readonly by: SchoolYear }

/** In per cent of the levels of the three subjects together: for one subject alone it says nothing. */
export type ReferenceLine = {
  readonly kind: ReferenceKind
  /** Only years for which it is known. `table`: the year of the published table; null for the ambition. */
  readonly points: readonly ReferencePoint[]
}
type ReferencePoint = {
  readonly schoolYear: SchoolYear
  readonly value: number
  readonly table: SchoolYear | null
}

/** The lines beside the reference levels of these years; a kind that is not known at all is left out. */
export function referenceLines(
  years: readonly SchoolYear[],
  share: LevelShare,
  weightings: ReadonlyMap<SchoolYear, number>,
  ambition: Ambition | null,
): ReferenceLine[] {
  const pointOf = (kind: ReferenceKind, schoolYear: SchoolYear): ReferencePoint[] => {
    if (kind === 'ambition')
      return ambition?.share === share ? [{ schoolYear, value: ambition.value, table: null }] : []
    const table = tableFor(schoolYear)
    const value = table && published(kind, table, share, weightingFor(schoolYear, weightings))
    return table === null || value === null ? [] : [{ schoolYear, value, table: table.schoolYear }]
  }
  return REFERENCE_LINES.map((kind) => ({
    kind,
    points: years.flatMap((year) => pointOf(kind, year)),
  })).filter(({ points }) => points.length > 0)
}

/** The school weighting of a year, or the last one known before it. */
export const weightingFor = (
  year: SchoolYear,
  weightings: ReadonlyMap<SchoolYear, number>,
): number | null => {
  const known = [...weightings.keys()].filter((one) => one <= year).sort()
  return weightings.get(known.at(-1) ?? year) ?? null
}

function published(
  kind: Exclude<ReferenceKind, 'ambition'>,
  table: SignalTable,
  share: LevelShare,
  weighting: number | null,
): number | null {
  if (kind === 'national') return share === 'at1F' ? table.national.pct1F : table.national.pctTarget
  if (kind === 'signal' && share === 'at1F') return table.at1F
  const found = weighting === null ? null : classOf(table, weighting)
  if (found === null) return null
  if (kind === 'signal') return found.target
  return share === 'at1F' ? found.schools.pct1F : found.schools.pctTarget
}
