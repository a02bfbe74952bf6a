import { columnsOf, leftOutOf, plainHeading } from './result-columns.ts'
import { testName } from './result-test.ts'
import { ruleSubjectOf } from './rule-subject.ts'

const ENOUGH = 2

/**
 * Whether these are headings of a table with a row for each pupil and a column for each test ('Spelling M3', 'Rekenen
 * midden groep 5'). No results are made of it: it does not say when a test was done.
 */
export function isWide(headings: readonly string[]): boolean {
  const columns = columnsOf(headings)
  if (columns.test !== undefined || columns.subject !== undefined) return false
  const known = new Set([...Object.values(columns).map((at) => headings[at]), ...leftOutOf(headings)])
  return headings.filter((heading) => !known.has(heading) && isOfTest(heading)).length >= ENOUGH
}

/** A subject, or a name with a moment; a moment alone is no test. */
function isOfTest(heading: string): boolean {
  const { series, moment } = testName(heading.slice(0, LONGEST))
  if (ruleSubjectOf(series) !== null || OTHERS.has(plainHeading(series))) return true
  return moment !== null && /\p{L}{2}/u.test(series)
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

const LONGEST = 80
