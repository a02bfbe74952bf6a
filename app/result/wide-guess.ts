import type { SchoolYear } from '../kernel/school-year.ts'
import type { TableRow } from '../paper/table-row.ts'
import { LEVELS, REFERENCES } from './result.ts'
import type { Columns } from './result-columns.ts'
import {
  type HeadingSaid,
  headingSaid,
  isOfTest,
  type Measure,
  PUPIL_KINDS,
  type TestColumn,
} from './wide.ts'

/** What a table says by itself of its columns with tests. */
export type WideGuess = {
  /** The newest school year that its headings name. */
  readonly year: SchoolYear | null
  readonly tests: readonly TestColumn[]
  /** The year group of all pupils in the first rows, when it is the same; null: it is not. */
  readonly groupNow: number | null
}

type Table = {
  readonly headings: readonly string[]
  readonly columns: Columns
  readonly personal: readonly number[]
  /** The first rows under the headings. */
  readonly rows: readonly TableRow[]
}

/** What the headings, and the first cells below them, say of the columns with tests. */
export function guessWide({ headings, columns, personal, rows }: Table): WideGuess {
  const taken = new Set([...personal, ...PUPIL_KINDS.map((kind) => columns[kind])])
  const groupNow = groupOf(rows, columns)
  const said = headings.map((heading, at) => (taken.has(at) ? null : headingSaid(heading)))
  const year = newest(said.flatMap((one) => one?.year ?? []))
  const tests: TestColumn[] = []
  for (const [at, one] of said.entries()) {
    if (one === null) continue
    const measure = measureOf(
      rows.map(({ cells }) => cells[at] ?? ''),
      one.measure,
    )
    const of = isOfTest(one) ? one : isBare(one) ? tests.find((test) => test.at === at - 1) : undefined
    if (!of || measure === null) continue
    const { test, moment, yearGroup } = of
    const yearsAgo = one.year && year ? Number.parseInt(year, 10) - Number.parseInt(one.year, 10) : null
    const column = { at, measure, test, moment, yearGroup }
    tests.push({ ...column, yearsAgo: yearsAgo ?? yearsBefore(yearGroup, groupNow) })
  }
  return {
    year,
    tests: tests.filter((one) => !tests.some((other) => other.at < one.at && isSame(one, other))),
    groupNow,
  }
}

/** 'Niveau', beside the column of the test that it is of. */
const isBare = ({ test, moment, measure }: HeadingSaid) => test === '' && moment === null && measure !== null

/** Whether two columns say the same of the same test. */
export const isSame = (one: TestColumn, other: TestColumn) =>
  one.measure === other.measure && testKey(one) === testKey(other)

/** What makes columns those of one test: together they are one result. */
export const testKey = ({ test, moment, yearGroup, yearsAgo }: TestColumn) =>
  JSON.stringify([test, moment, yearGroup, yearsAgo])

/** A test of group 4 above pupils of group 5 is of the school year before. */
export const yearsBefore = (yearGroup: number | null, groupNow: number | null) =>
  yearGroup !== null && groupNow !== null ? Math.max(0, groupNow - yearGroup) : 0

const newest = (years: readonly SchoolYear[]) => [...years].sort().at(-1) ?? null

const LOOKS: Readonly<Record<Measure, (cell: string) => boolean>> = {
  score: (cell) => /^-?\d{1,6}(?:[.,]\d+)?$/.test(cell),
  level: (cell) => LEVELS.some((level) => level === cell.toUpperCase()),
  reference: (cell) => REFERENCES.some((reference) => reference === cell.toUpperCase()),
}

/** What the heading says it is, or else most cells; null: cells that are nothing of the kind. */
function measureOf(cells: readonly string[], said: Measure | null): Measure | null {
  if (said !== null) return said
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && cell !== '-')
  const count = (measure: Measure) => filled.filter(LOOKS[measure]).length
  const [most] = (['score', 'level', 'reference'] as const).toSorted(
    (one, other) => count(other) - count(one),
  )
  return filled.length === 0 ? 'score' : most !== undefined && count(most) > 0 ? most : null
}

function groupOf(rows: readonly TableRow[], { yearGroup, group }: Columns): number | null {
  const place = yearGroup ?? group
  if (place === undefined) return null
  const said = rows.map(({ cells }) => cells[place]?.trim() ?? '').filter((cell) => cell !== '')
  const groups = new Set(
    said.map((cell) => /^(?:groep |group )?([1-8])[a-z]?(?:$|[ (])/i.exec(cell)?.[1] ?? ''),
  )
  const [only] = groups
  return groups.size === 1 && only ? Number(only) : null
}
