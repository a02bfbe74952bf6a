import { LEVELS, type Level } from '../result/result.ts'
import { type Statement, shown, withCaution } from './sentence.ts'
import type { Levels, ShownFigure } from './series.ts'
import { cautionOf } from './suppress.ts'
import { maybeChanceBeside } from './wilson.ts'

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

/** Levels as they stand on one scale: I to V, or A to E. Figures of both can't stand in the same bars; the last used first. */
export function scalesIn(figures: readonly ShownFigure[]): ShownFigure[][] {
  const scaleOf = ({ levels }: ShownFigure) => (isShown(levels) ? familyOf(levels) : null)
  const used = [...new Set(figures.toReversed().map(scaleOf))].filter((one) => one !== null)
  const [first] = used
  if (first === undefined) return [[...figures]]
  return used.map((scale) => figures.filter((figure) => (scaleOf(figure) ?? first) === scale))
}

const familyOf = ({ counts }: Levels) => (isOnScale(counts, 'I') ? 'I' : 'A')

/** Whether a level is one of the scale that these are counted on: a level of another scale isn't nought, but nothing. */
export const isOnScale = (counts: Levels['counts'], level: Level): boolean =>
  [...counts.keys()].some((one) => isRoman(one) === isRoman(level))

const isRoman = (level: Level) => /^[IV]/.test(level)

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
  return last ? levelsTogether([last]) : []
}

/** What the distributions of one moment show together: of the year groups that may be shown. */
export function levelsTogether(figures: readonly ShownFigure[]): Statement[] {
  const known = figures.flatMap(({ levels }) => (isShown(levels) ? [levels] : []))
  const [first] = figures
  const levels = levelsIn(figures)
  const names = UPPER.map((upper) => upper.filter((level) => levels.includes(level))).find(
    (some) => some.length > 1,
  )
  if (!first || !names) return []
  const n = known.reduce((sum, one) => sum + one.n, 0)
  const reached = known.flatMap(({ counts }) => names.map((level) => counts.get(level) ?? 0))
  const value = (100 * reached.reduce((sum, one) => sum + one, 0)) / n
  const meant = normOf(levels)
  const norm = meant && names.reduce((sum, level) => sum + (meant.get(level) ?? 0), 0)
  const chance = norm === null || shown(value) === norm ? null : maybeChanceBeside({ value, n }, norm)
  const { schoolYear, yearGroup, moment } = first
  const place = { schoolYear, yearGroup, moment }
  return withCaution(
    [{ says: 'levels', place, names, value: shown(value), n, norm, chance }],
    cautionOf(n),
    n,
  )
}
