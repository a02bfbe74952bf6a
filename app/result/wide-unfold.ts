import { previousYear, type SchoolYear } from '../kernel/school-year.ts'
import type { ResultTrouble } from './result.ts'
import type { ColumnKind, Columns } from './result-columns.ts'
import { MEASURES, type Measure, subjectOf, type TestColumn, type Wide } from './wide.ts'
import { testKey } from './wide-guess.ts'

/** Where an unfolded row has what; then it is a row as any other. */
export const UNFOLDED = {
  pupil: 0,
  group: 1,
  yearGroup: 2,
  schoolYear: 3,
  takenOn: 4,
  test: 5,
  subject: 6,
  moment: 7,
  score: 8,
  level: 9,
  reference: 10,
} as const satisfies Columns

/** One test of one pupil, as the row of a table that has a row for each. */
export type UnfoldedRow = {
  readonly cells: readonly string[]
  /** Why it can't be a result, as far as only the whole row tells. */
  readonly no: ResultTrouble | null
  /** The column of the file in which a trouble is. */
  readonly columnOf: (why: ResultTrouble) => number
}

/** The columns of one test: a score and a level of it are one result. */
type WideTest = Omit<TestColumn, 'at' | 'measure'> & {
  readonly subject: string
  readonly at: number
  readonly places: Readonly<Partial<Record<Measure, number>>>
}

type TestOf = Omit<WideTest, 'places'>

const isEmpty = (cell: string) => /^\s*[-–]?\s*$/.test(cell)

/** Makes a row of each test that a pupil has something of; an empty cell is none. */
export class Unfolding {
  readonly #columns: Columns
  readonly #tests: readonly WideTest[]
  readonly #year: SchoolYear | null

  constructor(columns: Columns, { year, tests }: Wide) {
    this.#columns = columns
    this.#year = year
    this.#tests = [...Map.groupBy(tests, testKey).values()].flatMap((same) => testOf(same))
  }

  rows(cells: readonly string[]): UnfoldedRow[] {
    const filled = this.#tests.filter(({ places }) =>
      MEASURES.some((measure) => !isEmpty(cells[places[measure] ?? -1] ?? '')),
    )
    return filled.map((test) => ({
      cells: this.#cells(cells, test),
      no: filled.some((other) => isOtherGroup(test, other)) ? 'group-twice' : null,
      columnOf: (why) => this.#columnOf(why, test),
    }))
  }

  #cells(cells: readonly string[], { places, ...test }: WideTest): string[] {
    const said = (kind: ColumnKind) => cells[this.#columns[kind] ?? -1] ?? ''
    const of = (measure: Measure) => {
      const cell = cells[places[measure] ?? -1] ?? ''
      return isEmpty(cell) ? '' : cell
    }
    // Of another school year the group of now, and its day, say nothing.
    const now = (kind: ColumnKind) => (test.yearsAgo === 0 ? said(kind) : '')
    const takenOn = now('takenOn')
    const year = now('schoolYear') || (takenOn.trim() === '' ? this.#yearOf(test) : '')
    const yearGroup = test.yearGroup === null ? now('yearGroup') : String(test.yearGroup)
    const moment = test.moment ?? said('moment')
    const when = [said('pupil'), now('group'), yearGroup, year, takenOn]
    return [...when, test.test, test.subject, moment, of('score'), of('level'), of('reference')]
  }

  #yearOf({ yearsAgo }: TestOf): string {
    let year = this.#year
    for (let back = 0; back < yearsAgo && year !== null; back += 1) year = previousYear(year)
    return year ?? ''
  }

  #columnOf(why: ResultTrouble, { at, places }: WideTest): number {
    const own = MEASURE_OF[why]
    const kind = KIND_OF[why]
    return (own && places[own]) ?? (kind && this.#columns[kind]) ?? at
  }
}

function testOf(same: readonly TestColumn[]): WideTest[] {
  const [first] = same
  if (!first) return []
  const places = Object.fromEntries(same.map(({ measure, at }) => [measure, at]))
  const { measure: _, ...test } = first
  return [{ ...test, subject: subjectOf(test.test), places }]
}

/** In one school year a pupil is in one year group: then one of the two is of another year. */
const isOtherGroup = (one: TestOf, other: TestOf) =>
  one.test === other.test &&
  one.yearsAgo === other.yearsAgo &&
  one.yearGroup !== null &&
  other.yearGroup !== null &&
  one.yearGroup !== other.yearGroup

const MEASURE_OF: Readonly<Partial<Record<ResultTrouble, Measure>>> = {
  'score-odd': 'score',
  'level-odd': 'level',
  'reference-odd': 'reference',
}

const KIND_OF: Readonly<Partial<Record<ResultTrouble, ColumnKind>>> = {
  'pupil-missing': 'pupil',
  'pupil-odd': 'pupil',
  'date-odd': 'takenOn',
  'year-unknown': 'schoolYear',
  'year-far': 'schoolYear',
  'year-group-odd': 'yearGroup',
  'group-mixed': 'group',
  'moment-unknown': 'moment',
}
