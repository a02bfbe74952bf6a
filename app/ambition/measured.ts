import type { SchoolYear } from '../kernel/school-year.ts'
import { LEVELS, type Level } from '../result/result.ts'
import { figuresIn } from '../trend/cross-section.ts'
import type { Kept, Levels, ShownFigure } from '../trend/series.ts'
import type { Standing } from '../trend/standing.ts'
import type { Caution } from '../trend/suppress.ts'
import type { AboutSection, AmbitionAbout, AmbitionFigure } from './ambition.ts'

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

/** The figure of today of what it is about, as the team may see it; the last year first tried. */
export function nowOf(
  about: AmbitionAbout,
  shown: readonly ShownFigure[],
  standings: readonly Standing[],
): Measured | 'hidden' | null {
  return yearsOf(about, shown, standings).at(-1)?.at ?? null
}

/**
 * The figure with which an ambition began, as it may be shown today: that of its year as it stands now, for the one of
 * then beside the one of now would tell of the few pupils that came later. Null when it may not be shown; a year of which
 * nothing is left keeps what it said.
 */
export function beganAt(
  from: AmbitionFigure,
  about: AmbitionAbout,
  shown: readonly ShownFigure[],
  standings: readonly Standing[],
): AmbitionFigure | null {
  const year = yearsOf(about, shown, standings).find(({ schoolYear }) => schoolYear === from.schoolYear)
  if (year === undefined) return from
  if (year.at === 'hidden') return null
  const { schoolYear, value, n } = year.at
  return { schoolYear, value, n }
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
export function otherSeries(
  about: AboutSection,
  shown: readonly ShownFigure[],
  by: SchoolYear,
): SchoolYear | null {
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
