import type { SchoolYear } from '../kernel/school-year.ts'
import type { Level, TestMoment } from '../result/result.ts'
import type { LevelShare } from './reference-line.ts'
import type { Measure } from './series.ts'

/** What the school itself aims at, to be drawn beside what is measured: in per cent, or on the supplier's scale. */
export type Aim = {
  readonly value: number
  /** The school year in which it should be so. */
  readonly by: SchoolYear
  /** Where one reads more of it. */
  readonly href: string
} & (StandingAim | SectionAim | ShareAtLevel)

/** One of how many are at a level or better. */
export type LevelAim = Extract<Aim, { readonly about: 'level' }>

/** Of where the school stands: the three subjects together. */
type StandingAim = { readonly about: 'standing'; readonly share: LevelShare }

/** Of one year group at one moment, on the scale of one series. */
type SectionAim = InSection & { readonly about: 'section'; readonly measure: Measure }

/** The share of pupils at this level of the scale or a better one, of one year group at one moment. */
type ShareAtLevel = InSection & { readonly about: 'level'; readonly level: Level }

type InSection = {
  readonly subject: string
  readonly yearGroup: number
  readonly moment: TestMoment
  readonly series: number
}

/** The one that is drawn where the school stands: the first. */
export const standingAim = (aims: readonly Aim[], share: LevelShare) =>
  aims.find((aim) => aim.about === 'standing' && aim.share === share) ?? null

type AimPlace = Omit<InSection, 'series'>

/** The one that is drawn beside a year group: the first of its series and measure. */
export const sectionAim = (aims: readonly Aim[], place: AimPlace, series: number, measure: Measure) =>
  aims.find((aim) => aim.about === 'section' && isIn(aim, place, series) && aim.measure === measure) ?? null

/** Those of levels of a year group, on the scale of this series. */
export const levelAims = (aims: readonly Aim[], place: AimPlace, series: number): LevelAim[] =>
  aims.filter((aim) => aim.about === 'level').filter((aim) => isIn(aim, place, series))

const isIn = (aim: InSection, { subject, yearGroup, moment }: AimPlace, series: number) =>
  aim.subject === subject && aim.yearGroup === yearGroup && aim.moment === moment && aim.series === series
