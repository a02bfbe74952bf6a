import type { SchoolYear } from '../kernel/school-year.ts'
import type { TestMoment } from '../result/result.ts'
import type { LevelShare } from './reference-line.ts'
import type { Measure } from './series.ts'

/** What the school itself aims at, to be drawn beside what is measured: in per cent, or on the supplier's scale. */
export type Aim = {
  readonly value: number
  /** The school year in which it should be so. */
  readonly by: SchoolYear
  /** Where one reads more of it. */
  readonly href: string
} & (StandingAim | SectionAim)

/** Of where the school stands: the three subjects together. */
type StandingAim = { readonly about: 'standing'; readonly share: LevelShare }

/** Of one year group at one moment, on the scale of one series. */
type SectionAim = {
  readonly about: 'section'
  readonly subject: string
  readonly yearGroup: number
  readonly moment: TestMoment
  readonly series: number
  readonly measure: Measure
}

/** The one that is drawn where the school stands: the first. */
export const standingAim = (aims: readonly Aim[], share: LevelShare) =>
  aims.find((aim) => aim.about === 'standing' && aim.share === share) ?? null

/** The one that is drawn beside a year group: the first of its series and measure. */
export const sectionAim = (
  aims: readonly Aim[],
  place: { readonly subject: string; readonly yearGroup: number; readonly moment: TestMoment },
  series: number,
  measure: Measure,
) =>
  aims.find(
    (aim) =>
      aim.about === 'section' &&
      aim.subject === place.subject &&
      aim.yearGroup === place.yearGroup &&
      aim.moment === place.moment &&
      aim.series === series &&
      aim.measure === measure,
  ) ?? null
