import type { Day } from '../kernel/day.ts'
import type { SchoolYear } from '../kernel/school-year.ts'

/** When in the school year a test is taken: begin, middle, end, or the doorstroomtoets of group 8. */
export const MOMENTS = ['B', 'M', 'E', 'D'] as const
export type TestMoment = (typeof MOMENTS)[number]

/** Reference levels, lowest first; 1S is of arithmetic, 2F of reading and language. */
export const REFERENCES = ['<1F', '1F', '1S', '2F'] as const
export type Reference = (typeof REFERENCES)[number]

/** Levels of suppliers, best first. They are kept as they are: I-V and A-E do not say the same. */
export const LEVELS = ['I+', 'I', 'II', 'III', 'IV', 'V', 'V-', 'A+', 'A', 'B', 'C', 'D', 'E'] as const
export type Level = (typeof LEVELS)[number]

/** What one pupil reached on one test. Nothing of the pupil is here but the number that the school's own system uses. */
export type Result = {
  readonly pupil: string
  readonly schoolYear: SchoolYear
  readonly takenOn: Day | null
  readonly group: string | null
  /** 1 to 8. */
  readonly yearGroup: number
  /** The name as the supplier writes it, without moment and year group: the series. */
  readonly test: string
  readonly subject: string
  readonly moment: TestMoment
  /** On the scale of the supplier; never compared with another one. */
  readonly score: number | null
  readonly level: Level | null
  readonly reference: Reference | null
  /** With an exemption: not counted at the reference levels. */
  readonly exempt: boolean
}

/** Why a row is refused. */
export const RESULT_TROUBLES = [
  'pupil-missing',
  'pupil-odd',
  'date-odd',
  'year-unknown',
  /** Later than the school year that comes. */
  'year-far',
  'year-group-odd',
  /** A group of several year groups, and nothing says in which one the pupil is. */
  'group-mixed',
  /** Of one test and school year in two year groups. */
  'group-twice',
  'test-missing',
  'moment-unknown',
  'score-odd',
  'level-odd',
  'reference-odd',
  'exempt-odd',
  'nothing-measured',
  'twice',
] as const
export type ResultTrouble = (typeof RESULT_TROUBLES)[number]

/** A row that is refused: the row of the file, from 1, and why. What stood in it is not repeated. */
export type RefusedRow = {
  readonly row: number
  readonly why: ResultTrouble
  /** The column (from 0) where it is, of a table with a column for each test. */
  readonly column?: number
}

/** What makes two results the same one: importing it again changes nothing. */
export const resultKey = ({ pupil, schoolYear, test, subject, moment, yearGroup }: Result) =>
  [pupil, schoolYear, subject, test, moment, yearGroup].join('\u0001')
