import type { SchoolYear } from '../kernel/school-year.ts'
import { LEVELS, type Level } from '../result/result.ts'
import { figuresIn } from '../trend/cross-section.ts'
import type { Kept, Levels, ShownFigure } from '../trend/series.ts'
import type { Standing } from '../trend/standing.ts'
import type { Caution } from '../trend/suppress.ts'
import { maybeChance, wouldTurn } from '../trend/wilson.ts'
import {
  type AboutSection,
  type Ambition,
  type AmbitionAbout,
  type AmbitionFigure,
  isShareMeasure,
  measureOf,
} from './ambition.ts'

/** A figure of what an ambition is about. `reached` of `all`: what a share is made of; null for scores. */
export type Measured = AmbitionFigure & {
  readonly caution: Caution
  readonly reached: { readonly count: number; readonly of: number } | null
}

/** One year of what an ambition is about, as the team may see it. */
export type YearOf = {
  readonly schoolYear: SchoolYear
  readonly at: Measured | 'hidden'
}

/** How it went since the figure with which it began; null when there is nothing to compare with. */
export type Way = 'up' | 'same' | 'down'

/** Where an ambition stands. Only what may be shown to the whole team is ever in it. */
export type Stand =
  /** `isDue`: at the test for which it was meant. */
  | { readonly is: 'reached'; readonly at: Measured; readonly isDue: boolean }
  | {
      readonly is: 'on-the-way' | 'came-to'
      readonly at: Measured
      readonly way: Way | null
      /** Whether what lies between then and now can be chance; null when that can't be said. */
      readonly chance: boolean | null
      /** How many pupils (of a standing: levels) more would have made the difference; null when it is no handful. */
      readonly more: number | null
    }
  | { readonly is: 'not-measured' }
  | { readonly is: 'hidden' }
  /** From this school year on there is another test or norm: nothing is compared. */
  | { readonly is: 'broken'; readonly schoolYear: SchoolYear }

/** What a handful is: with more nobody would say that it hangs on a few. */
const A_HANDFUL = 5

/**
 * Where an ambition stands with these figures. `shown` and `standings`: all of the whole school, as the team may see
 * them. What comes after the test for which it was meant isn't looked at.
 */
export function stands(
  ambition: Pick<Ambition, 'about' | 'from' | 'to' | 'by'>,
  shown: readonly ShownFigure[],
  standings: readonly Standing[],
): Stand {
  const { about, from, by } = ambition
  const years = yearsOf(about, shown, standings).filter(
    ({ schoolYear }) => schoolYear <= by && (from === null || schoolYear > from.schoolYear),
  )
  const last = years.at(-1)
  const other = about.of === 'section' ? otherSeries(about, shown, by) : null
  if (other !== null && other > (last?.schoolYear ?? from?.schoolYear ?? ''))
    return { is: 'broken', schoolYear: other }
  if (last === undefined) return { is: 'not-measured' }
  if (last.at === 'hidden') return { is: 'hidden' }
  const began = from && mayStillShow(from, about, shown, standings) ? from : null
  return standAt({ ...ambition, from: began }, last.at)
}

function standAt({ about, from, to, by }: Parameters<typeof stands>[0], at: Measured): Stand {
  const isDue = at.schoolYear === by
  if (isReached(at, to)) return { is: 'reached', at, isDue }
  const more = at.reached && wouldTurn(at.reached.count, at.reached.of, to)
  return {
    is: isDue ? 'came-to' : 'on-the-way',
    at,
    way: from && wayOf(from.value, at.value),
    chance: chanceOf(about, from, at),
    more: more !== null && more <= A_HANDFUL ? more : null,
  }
}

/** In whole numbers: exactly as high counts, and what looks the same with one decimal may just fall short. */
const isReached = ({ value, reached }: Measured, to: number) =>
  reached === null
    ? Math.round(100 * value) >= Math.round(100 * to)
    : 1000 * reached.count >= Math.round(10 * to) * reached.of

const tenths = (value: number) => Math.round(10 * value + 1e-9)
const wayOf = (from: number, to: number): Way =>
  tenths(to) > tenths(from) ? 'up' : tenths(to) < tenths(from) ? 'down' : 'same'

/** Of scores it can't be said; of years together only when no year is in both. */
function chanceOf(about: AmbitionAbout, from: AmbitionFigure | null, at: Measured): boolean | null {
  if (from === null || !isShareMeasure(measureOf(about))) return null
  return about.of === 'standing' ? null : maybeChance(from, at)
}

/** The figure of today of what it is about, as the team may see it; the last year first tried. */
export function nowOf(
  about: AmbitionAbout,
  shown: readonly ShownFigure[],
  standings: readonly Standing[],
): Measured | 'hidden' | null {
  return yearsOf(about, shown, standings).at(-1)?.at ?? null
}

/** Whether the figure of this year may be shown still; a year of which nothing is left keeps what it said. */
export function mayStillShow(
  figure: AmbitionFigure,
  about: AmbitionAbout,
  shown: readonly ShownFigure[],
  standings: readonly Standing[],
): boolean {
  const year = yearsOf(about, shown, standings).find(({ schoolYear }) => schoolYear === figure.schoolYear)
  return year?.at !== 'hidden'
}

/** Every year in which it was measured, oldest first. */
export function yearsOf(
  about: AmbitionAbout,
  shown: readonly ShownFigure[],
  standings: readonly Standing[],
): YearOf[] {
  if (about.of === 'standing')
    return standings.flatMap(({ until, together }): YearOf[] => {
      if (together === null) return []
      if (together === 'hidden') return [{ schoolYear: until, at: together }]
      const { value, reached, all } = together[about.share]
      const { pupils: n, caution } = together
      const parts = { count: reached, of: all }
      return [{ schoolYear: until, at: { schoolYear: until, value, n, caution, reached: parts } }]
    })
  return figuresIn(shown, about)
    .filter((figure) => isOwnSeries(about, figure))
    .flatMap((figure) => {
      const at = measuredIn(about, figure)
      return at === null ? [] : [{ schoolYear: figure.schoolYear, at }]
    })
}

const isOwnSeries = (about: AboutSection, { test, supplier, norm }: ShownFigure) =>
  test === about.test && supplier === about.supplier && norm === about.norm

/**
 * The first year of a series that took over after the last one of the own, up to the year for which it was meant. A test
 * that was taken beside it all along is no other scale, only another test.
 */
function otherSeries(about: AboutSection, shown: readonly ShownFigure[], by: SchoolYear): SchoolYear | null {
  const measured = figuresIn(shown, about).filter(
    (figure) => figure.schoolYear <= by && isMeasured(about, figure),
  )
  const own = measured.findLast((figure) => isOwnSeries(about, figure))?.schoolYear ?? ''
  const beside = new Set(measured.filter(({ schoolYear }) => schoolYear <= own).map(({ series }) => series))
  return (
    measured.find(({ series, schoolYear }) => schoolYear > own && !beside.has(series))?.schoolYear ?? null
  )
}

/** Whether there is anything of its kind, also on another scale: a mean, a share, levels. */
function isMeasured({ measure }: AboutSection, { scores, levels, references }: ShownFigure): boolean {
  if (measure === 'level') return levels !== null
  return (measure === 'mean' || measure === 'median' ? scores : references) !== null
}

/** What a figure says of the measure; null when that wasn't measured. */
function measuredIn(about: AboutSection, figure: ShownFigure): Measured | 'hidden' | null {
  const { measure, level } = about
  const { schoolYear, scores, levels, references } = figure
  if (measure === 'level') return level === null ? null : atLevel(schoolYear, levels, level)
  if (measure === 'mean' || measure === 'median') {
    if (scores === null || scores === 'hidden') return scores
    const { n, caution, [measure]: value } = scores
    return value === null ? null : { schoolYear, value, n, caution, reached: null }
  }
  if (references === null || references === 'hidden') return references
  const { n, caution } = references
  return shareOf(schoolYear, measure === 'at1F' ? references.at1F : references.atTarget, n, caution)
}

/** Of the same scale alone, best first: a scale that doesn't hold the level says nothing of it. */
function atLevel(schoolYear: SchoolYear, levels: Kept<Levels>, level: Level): Measured | 'hidden' | null {
  if (levels === null || levels === 'hidden') return levels
  if ([...levels.counts.keys()].some((one) => isRoman(one) !== isRoman(level))) return null
  const better = [...levels.counts].filter(([one]) => LEVELS.indexOf(one) <= LEVELS.indexOf(level))
  const count = better.reduce((sum, [, pupils]) => sum + pupils, 0)
  return shareOf(schoolYear, count, levels.n, levels.caution)
}

const isRoman = (level: Level) => /^[IV]/.test(level)

const shareOf = (schoolYear: SchoolYear, count: number, n: number, caution: Caution): Measured => ({
  schoolYear,
  n,
  caution,
  value: (100 * count) / n,
  reached: { count, of: n },
})
