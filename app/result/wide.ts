import { parseSchoolYear, type SchoolYear } from '../kernel/school-year.ts'
import type { TestMoment } from './result.ts'
import type { ColumnKind } from './result-columns.ts'
import { columnsOf, leftOutOf, plainHeading } from './result-columns.ts'
import { testName } from './result-test.ts'
import { ruleSubjectOf } from './rule-subject.ts'

/** What a cell of a test says. */
export const MEASURES = ['score', 'level', 'reference'] as const
export type Measure = (typeof MEASURES)[number]

/** What a column of a wide table holds: what of which test. */
export type TestColumn = {
  readonly at: number
  readonly measure: Measure
  /** The series, as another table names it in its column with tests; empty: not said. */
  readonly test: string
  /** Null: the row says it, in a column of its own. */
  readonly moment: TestMoment | null
  /** Null: that of the pupil, as the row says it. */
  readonly yearGroup: number | null
  /** So many school years before that of the file. */
  readonly yearsAgo: number
}

/** How a table with a row for each pupil and a column for each test is read. */
export type Wide = {
  /** The school year of the file; null: the rows say it. */
  readonly year: SchoolYear | null
  readonly tests: readonly TestColumn[]
}

/** More columns with tests than this are not told apart one by one. */
export const MOST_TESTS = 60

/** What a column of a wide table can hold beside tests. */
export const PUPIL_KINDS = [
  'pupil',
  'group',
  'yearGroup',
  'schoolYear',
  'moment',
  'takenOn',
] as const satisfies readonly ColumnKind[]

const ENOUGH = 2

/** Whether these are headings of a table with a row for each pupil and a column for each test ('Spelling M3'). */
export function isWide(headings: readonly string[]): boolean {
  const columns = columnsOf(headings)
  if (columns.test !== undefined || columns.subject !== undefined) return false
  const known = new Set([...Object.values(columns).map((at) => headings[at]), ...leftOutOf(headings)])
  return headings.filter((heading) => !known.has(heading) && isOfTest(headingSaid(heading))).length >= ENOUGH
}

/** What a heading says of a test and of what stands below it. */
export type HeadingSaid = {
  readonly test: string
  readonly moment: TestMoment | null
  readonly yearGroup: number | null
  readonly measure: Measure | null
  readonly year: SchoolYear | null
}

/** So long may the name of a test be, and so much of a heading is read. */
export const LONGEST_TEST = 80

/** Takes a heading apart: 'Rekenen-Wiskunde M5 niveau' is the level of Rekenen-Wiskunde, middle of group 5. */
export function headingSaid(heading: string): HeadingSaid {
  const written = heading.slice(0, LONGEST_TEST)
  const found = WORDS.find(([pattern]) => pattern.test(written))
  const bare = (found ? written.replace(found[0], ' ') : written).replace(YEAR, ' ')
  const { series, moment, yearGroup } = testName(bare.replace(/[:;|]/g, ' '))
  return { test: nameOf(series), moment, yearGroup, measure: found?.[1] ?? null, year: yearIn(written) }
}

/** The longer words first: 'vaardigheidsniveau' is no score. */
const WORDS: readonly (readonly [RegExp, Measure])[] = [
  [/(?<!\p{L})(?:ref(?:erentie)?\.?\s?niveau|referentie|reference(?: level)?)(?!\p{L})/iu, 'reference'],
  [/(?<!\p{L})(?:(?:vaardigheids)?niveau(?:waarde)?|level|band)(?!\p{L})/iu, 'level'],
  [
    /(?<!\p{L})(?:(?:vaardigheids|ontwikkel|standaard|ability |skill )?scores?|vaardigheid|vs)(?!\p{L})/iu,
    'score',
  ],
]

const YEAR = /(?<!\d)(20\d\d)\s?[-–/_]\s?((?:20)?\d\d)(?!\d)/

/** The school year that stands in a text ('Overzicht 2025-2026.xlsx'); null: none. */
export function yearIn(text: string): SchoolYear | null {
  const [, from, to] = YEAR.exec(text) ?? []
  return parseSchoolYear(`${from}-${to}`)
}

/** How schools shorten them above a column. */
const SHORT: Readonly<Record<string, string>> = {
  rw: 'Rekenen-Wiskunde',
  rek: 'Rekenen',
  bl: 'Begrijpend lezen',
  sp: 'Spelling',
  tl: 'Technisch lezen',
  ws: 'Woordenschat',
}

function nameOf(series: string): string {
  const name = series
    .replace(/\(\s*\)/g, ' ')
    .replace(/^[^\p{L}\d]+|[^\p{L}\d)+]+$/gu, '')
    .replace(/\s+/g, ' ')
  return SHORT[name.toLowerCase()] ?? name.charAt(0).toUpperCase() + name.slice(1)
}

/** Subjects that are not of the rule. */
const OTHERS = new Set([
  'spelling',
  'woordenschat',
  'technischlezen',
  'begrijpendluisteren',
  'dmt',
  'vocabulary',
])

/** What stands beside a result and is none: a day, how many right, what an adviser makes of it. */
const BESIDE =
  /(?<!\p{L})(?:datum|date|dag|dle|dl|percentiel|percentile|groei|growth|goed|fout|fouten|aantal|opmerking(?:en)?|notitie|advies|advice|rendement|toetsversie|versie)(?!\p{L})/iu

/** A subject, or a name with a moment; a moment alone is no test. */
export function isOfTest({ test, moment }: HeadingSaid): boolean {
  if (BESIDE.test(test)) return false
  if (ruleSubjectOf(test) !== null || OTHERS.has(plainHeading(test))) return true
  return moment !== null && /\p{L}{2}/u.test(test)
}

const SUBJECTS: readonly (readonly [RegExp, string])[] = [
  [/rekenen|wiskunde/i, 'Rekenen'],
  [/begrijpend lezen/i, 'Begrijpend lezen'],
  [/begrijpend luisteren/i, 'Begrijpend luisteren'],
  [/technisch lezen|(?<!\p{L})(?:dmt|avi)(?!\p{L})/iu, 'Technisch lezen'],
  [/spelling/i, 'Spelling'],
  [/woordenschat/i, 'Woordenschat'],
  [/taalverzorging/i, 'Taalverzorging'],
]

/** The subject of a test by its name, as another table has it in a column of its own. */
export function subjectOf(test: string): string {
  const known = SUBJECTS.find(([pattern]) => pattern.test(test))?.[1]
  return known ?? (test.replace(/^(?:doorstroomtoets|eindtoets)[\s:–-]*/i, '') || test)
}
