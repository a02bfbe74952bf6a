import { type Refusal, refuse } from '../kernel/refusal.ts'
import { nextYear, type SchoolYear } from '../kernel/school-year.ts'
import {
  type AmbitionAbout,
  type AmbitionHeight,
  type AmbitionMeasure,
  type AmbitionRefusal,
  isShareMeasure,
  LONGEST_WHY,
  measureOf,
} from './ambition.ts'

/** How many school years one can look ahead. */
const YEARS_AHEAD = 5
const HIGHEST_SHARE = 100
const HIGHEST_SCORE = 9999

const highestOf = (measure: AmbitionMeasure) => (isShareMeasure(measure) ? HIGHEST_SHARE : HIGHEST_SCORE)

/** A number from a form: '48', '48,5', '48.5 %'; with one decimal. 'odd': it is no number. */
export function parseHeight(text: string): number | 'missing' | 'odd' {
  const written = text.replace(/[\s\u00a0%]/g, '')
  if (written === '') return 'missing'
  if (!/^\d{1,4}([.,]\d{1,4})?$/.test(written)) return 'odd'
  return Math.round(10 * Number(written.replace(',', '.'))) / 10
}

/** The school years that one can look ahead to: after the last figure, and not before this year. */
export function yearsAhead(last: SchoolYear | null, thisYear: SchoolYear): SchoolYear[] {
  const years = [last !== null && last >= thisYear ? nextYear(last) : thisYear]
  while (years.length < YEARS_AHEAD) years.push(nextYear(years.at(-1) ?? thisYear))
  return years
}

/** What is odd about how high, by when and why; `years`: those that one can choose. */
export function heightNo(
  { to, by, why }: AmbitionHeight,
  about: AmbitionAbout,
  years: readonly SchoolYear[],
): Refusal<AmbitionRefusal> | null {
  const fits = to > 0 && to <= highestOf(measureOf(about)) && Math.round(10 * to) / 10 === to
  if (!fits) return refuse('to-odd', 'to')
  if (!years.includes(by)) return refuse('by-odd', 'by')
  return why.trim().length > LONGEST_WHY ? refuse('why-long', 'why') : null
}
