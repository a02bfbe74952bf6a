import { parseSchoolYear, type SchoolYear } from '../kernel/school-year.ts'
import { isAllBold, type Line } from './word-in-lines.ts'

const LONG = /(?<![\d-])['’‘]?(20\d\d)\s*(?:[-–—/]|t\/m|tot)\s*['’‘]?((?:20)?\d\d)(?![\d-])/g
const SHORT = /(?<![\d/-])['’‘]?(\d\d)\s*[-–—/]\s*['’‘]?(\d\d)(?![\d/-])/g
/** '1 augustus 2026 - 31 juli 2027', '1-8-2026 t/m 31-7-2027' */
const DATES =
  /\b(?:aug(?:ustus)?|sept(?:ember)?|1[-/.]0?[89][-/.])\s*(20\d\d)\s*(?:[-–—]|t\/m|tot(?: en met)?)\s*(?:\d{1,2}\s+)?(?:juli|juni|3[01][-/.]0?[67][-/.])\s*(20\d\d)\b/gi

/** School years that a text names; two digits alone count only where a school year is to be expected. */
export function yearsIn(text: string, expected: boolean): SchoolYear[] {
  const found = [...text.matchAll(LONG), ...text.matchAll(DATES), ...(expected ? text.matchAll(SHORT) : [])]
  return found
    .filter((one) => Number((one[1] ?? '').slice(-2)) >= 15)
    .map((one) => parseSchoolYear(`${one[1]}-${one[2]}`))
    .filter((year) => year !== null)
}

const isAboutYear = (text: string) =>
  /school\s*-?jaar|cursusjaar|begeleidings?plan|jaarplan|\bplan\b/i.test(text)

export type YearFound = { year: SchoolYear; line: Line | null }

/** The school year of the plan: in its title, else in the lines before the first part, else in the margins, else where a line names one. */
export function findYear(
  title: readonly Line[],
  front: readonly Line[],
  margins: readonly string[],
  body: readonly Line[],
): YearFound | null {
  for (const [lines, expected] of [
    [title, true],
    [front.filter((line) => isAboutYear(line.text)), true],
    [front, false],
  ] as const) {
    for (const line of lines) {
      const [year] = yearsIn(line.text, expected)
      if (year) return { year, line }
    }
  }
  const short = front.find((line) => line.text.trim().length <= 24 && yearsIn(line.text, true).length)
  if (short) return { year: yearsIn(short.text, true)[0] as SchoolYear, line: short }
  for (const margin of margins) {
    const [year] = yearsIn(margin, isAboutYear(margin))
    if (year) return { year, line: null }
  }
  for (const line of body) {
    const [year] = /school\s*-?jaar/i.test(line.text) ? yearsIn(line.text, true) : []
    if (year) return { year, line }
  }
  return null
}

const TITLE_WORDS = /begeleidings?\s*-?\s*plan|begeleidingscontract|werkcontract/i

/** The lines of the title: a paragraph in the style for titles, else the first that calls itself a plan. */
export function findTitle(front: readonly Line[]): Line[] {
  const styled = front.find((line) => line.heading === 0)
  if (styled) {
    const rest = front.filter((line) => line.block === styled.block && line !== styled)
    return [
      styled,
      ...rest.filter((line) => /^[\s(]*(?:20)?\d\d\s*[-–/]\s*(?:20)?\d\d[\s)]*$/.test(line.text)),
    ]
  }
  const short = front.filter((line) => line.text.trim().length <= 120 && !/[.!?]\s+\p{Lu}/u.test(line.text))
  const named = short.find((line) => TITLE_WORDS.test(line.text) && !/\.\s*$/.test(line.text))
  if (named) return [named]
  const plan = short.find((line) => (line.heading !== null || isAllBold(line)) && /plan\b/i.test(line.text))
  return plan ? [plan] : []
}
