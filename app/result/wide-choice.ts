import type { SheetLook } from './file-look.ts'
import { COLUMN_KINDS, type Columns, looksLikeHeading, plainHeading } from './result-columns.ts'
import { type Measure, MOST_TESTS, PUPIL_KINDS, type TestColumn, type Wide } from './wide.ts'
import { isSame, yearsBefore } from './wide-guess.ts'

/** Why columns with tests can't be read so. */
export type WideNo = 'no-tests' | 'year-unsaid' | 'test-unnamed' | 'when-unsaid' | 'test-twice'

/** The column (from 0) that it is about; null: the file as a whole. */
export type WideTrouble = { readonly why: WideNo; readonly at: number | null }

/** What is still to be said of the columns with tests; empty: nothing. */
export function wideTroubles(columns: Columns, { year, tests }: Wide): WideTrouble[] {
  if (tests.length === 0) return [{ why: 'no-tests', at: null }]
  const saysYear = columns.schoolYear !== undefined || columns.takenOn !== undefined
  const isYearless = year === null && (!saysYear || tests.some(({ yearsAgo }) => yearsAgo > 0))
  return [
    ...(isYearless ? [{ why: 'year-unsaid', at: null } as const] : []),
    ...tests.flatMap((one, place) => {
      const why = noOf(one, columns, tests.slice(0, place))
      return why === null ? [] : [{ why, at: one.at }]
    }),
  ]
}

function noOf(one: TestColumn, columns: Columns, before: readonly TestColumn[]): WideNo | null {
  if (one.test === '') return 'test-unnamed'
  if (one.moment === null && columns.moment === undefined) return 'when-unsaid'
  const isOfPupil = one.yearsAgo === 0 && (columns.yearGroup !== undefined || columns.group !== undefined)
  if (one.yearGroup === null && !isOfPupil) return 'when-unsaid'
  return before.some((other) => isSame(one, other)) ? 'test-twice' : null
}

/** What was said of a column the last time, by its heading; `measure` null: it is not taken in. */
export type SavedTest = {
  readonly heading: string
  readonly measure: Measure | null
  readonly test: string
  readonly moment: TestColumn['moment']
  readonly yearGroup: number | null
}

/** Columns that can hold a test: not of a pupil, and not of personal data. */
export function testPlaces({ headings, personal, rows }: SheetLook, columns: Columns): number[] {
  const taken = new Set([...personal, ...PUPIL_KINDS.map((kind) => columns[kind])])
  const isThere = (at: number) => headings[at] !== '' || rows.some(({ cells }) => cells[at] !== '')
  return [...headings.keys()].filter((at) => !taken.has(at) && isThere(at))
}

/** Those that are laid before somebody: of too many first the ones that are said or seem to be of a test. */
export function shownPlaces(look: SheetLook, columns: Columns, { tests }: Wide): number[] {
  const places = testPlaces(look, columns)
  const likely = new Set([...tests, ...look.guess.tests].map(({ at }) => at))
  const first = places.toSorted((one, other) => Number(likely.has(other)) - Number(likely.has(one)))
  return first.slice(0, MOST_TESTS).toSorted((one, other) => one - other)
}

/** The columns that are of the pupil alone: what is said of others belongs to their tests. */
export const pupilColumns = (columns: Columns): Columns =>
  Object.fromEntries(
    COLUMN_KINDS.flatMap((kind) =>
      PUPIL_KINDS.some((one) => one === kind) && columns[kind] !== undefined ? [[kind, columns[kind]]] : [],
    ),
  )

/** The columns with tests as the last time; of a heading that was not there then, what it says itself. */
export function testsFrom(look: SheetLook, columns: Columns, saved: readonly SavedTest[]): TestColumn[] {
  const places = testPlaces(look, columns)
  const before = new Map(saved.map((one) => [plainHeading(one.heading), one]))
  return places.flatMap((at): TestColumn[] => {
    const guessed = look.guess.tests.find((one) => one.at === at)
    const one = isTwice(look, at) ? undefined : before.get(plainHeading(look.headings[at] ?? ''))
    if (!one) return guessed ? [guessed] : []
    const { measure, test, moment, yearGroup } = one
    if (measure === null) return []
    const yearsAgo = guessed?.yearsAgo ?? yearsBefore(yearGroup, look.guess.groupNow)
    return [{ at, measure, test, moment, yearGroup, yearsAgo }]
  })
}

/**
 * What is kept of a choice: of the columns with tests, and of those that looked like it. Null when one does not look like a
 * heading; of headings that are twice in a file nothing is kept.
 */
export function savedTestsOf(look: SheetLook, { tests }: Wide): SavedTest[] | null {
  const headingOf = (at: number) => look.headings[at] ?? ''
  if (!tests.every(({ at }) => looksLikeHeading(headingOf(at)) || isTwice(look, at))) return null
  const guessed = look.guess.tests.filter(({ at }) => !tests.some((one) => one.at === at))
  const left = guessed.map((one) => ({ ...one, measure: null }))
  return [...tests, ...left]
    .filter(({ at }) => !isTwice(look, at))
    .map(({ at, measure, test, moment, yearGroup }) => {
      return { heading: headingOf(at), measure, test, moment, yearGroup }
    })
}

function isTwice({ headings }: SheetLook, at: number): boolean {
  const own = plainHeading(headings[at] ?? '')
  return headings.filter((heading) => plainHeading(heading) === own).length > 1
}
