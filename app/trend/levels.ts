import { LEVELS, type Level } from '../result/result.ts'
import { cautionIn, type Statement, shown } from './sentence.ts'
import type { Levels, ShownFigure } from './series.ts'
import { wilson } from './wilson.ts'

/**
 * How the makers of the scales meant them, in per cent of the pupils with whom a test is made: five fifths, or a
 * quarter three times and then fifteen and ten.
 */
const NORMS: readonly ReadonlyMap<Level, number>[] = [
  new Map<Level, number>([
    ['I', 20],
    ['II', 20],
    ['III', 20],
    ['IV', 20],
    ['V', 20],
  ]),
  new Map<Level, number>([
    ['A', 25],
    ['B', 25],
    ['C', 25],
    ['D', 15],
    ['E', 10],
  ]),
]

/** What the maker of a scale meant; null when levels are used that stand outside it. */
export function normOf(levels: readonly Level[]): ReadonlyMap<Level, number> | null {
  return NORMS.find((norm) => levels.length > 0 && levels.every((level) => norm.has(level))) ?? null
}

/** Levels in the order of the scale, best first, over all figures that may be shown. */
export function levelsIn(figures: readonly ShownFigure[]): Level[] {
  const used = figures.flatMap(({ levels }) => (isShown(levels) ? [...levels.counts.keys()] : []))
  return LEVELS.filter((level) => used.includes(level))
}

export const isShown = (levels: ShownFigure['levels']): levels is Levels =>
  levels !== null && levels !== 'hidden'

/** The three highest of the five fifths, the two highest quarters: what the maker calls average or above. */
const UPPER: readonly (readonly Level[])[] = [
  ['I+', 'I', 'II', 'III'],
  ['A+', 'A', 'B'],
]

/** What the last distribution shows, beside what the maker of the scale meant. */
export function levelStatements(figures: readonly ShownFigure[]): Statement[] {
  const last = figures.findLast(({ levels }) => isShown(levels))
  if (!last || !isShown(last.levels)) return []
  const { counts, n, caution } = last.levels
  const names = UPPER.map((upper) => upper.filter((level) => counts.has(level))).find(
    (some) => some.length > 1,
  )
  if (!names) return []
  const share = names.reduce((sum, level) => sum + (counts.get(level) ?? 0), 0) / n
  const meant = normOf([...counts.keys()])
  const norm = meant && names.reduce((sum, level) => sum + (meant.get(level) ?? 0), 0)
  const band = wilson(share, n)
  const chance = norm === null || band === null ? null : band.low <= norm && norm <= band.high
  const { schoolYear, yearGroup, moment } = last
  const place = { schoolYear, yearGroup, moment }
  return [
    { says: 'levels', place, names, value: shown(100 * share), n, norm, chance },
    ...cautionIn(caution, n),
  ]
}
