import type { SchoolYear } from '../kernel/school-year.ts'
import type { TestMoment } from './result.ts'
import type { Tally } from './tally.ts'

/**
 * What figures are kept of, ready: one series (subject, test, supplier, norm version), school year, year group, moment
 * and group. It holds counts alone; what may be shown of small groups is for who shows it.
 */
export type Figure = Tally & {
  /** The number of the series within the school; a line breaks where it changes. */
  readonly series: number
  readonly supplier: string
  /** The version of the norms; '' when it isn't known. */
  readonly norm: string
  /** The group as the file names it; null for the whole school, in which pupils without a group count as well. */
  readonly group: string | null
  /** With an exemption: among `n`, never among `references`. */
  readonly exempt: number
  /** Of the scores, on the scale of the supplier; null when nobody has one. */
  readonly median: number | null
}

/**
 * The same pupils at an earlier moment of the same series, at most a year before: of M6 there can be E5 and M5.
 * Who stayed down stands apart, because the year group of before is another.
 */
export type Growth = {
  readonly series: number
  readonly schoolYear: SchoolYear
  readonly yearGroup: number
  readonly moment: TestMoment
  readonly group: string | null
  readonly since: {
    readonly schoolYear: SchoolYear
    readonly yearGroup: number
    readonly moment: TestMoment
  }
  /** Pupils who were there both times. */
  readonly same: number
  /** Of them: with a score both times. */
  readonly grown: number
  /** How much their scores grew, all together, in ten-thousandths. */
  readonly growthSum: number
}

/** Pupils with reference levels of the doorstroomtoets, over its subjects together: each counted once. */
export type LevelPupils = {
  readonly schoolYear: SchoolYear
  readonly yearGroup: number
  readonly moment: TestMoment
  /** With a reference level that counts. */
  readonly pupils: number
  /** With an exemption for at least one subject. */
  readonly exempt: number
}

/** Which figures one asks for; what is left out is not looked at. */
export type FiguresAsked = {
  readonly subject?: string
  readonly from?: SchoolYear
  readonly until?: SchoolYear
  /** 'school': only those of the whole school. */
  readonly groups?: 'school' | 'all'
}
