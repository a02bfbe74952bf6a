import { parseSchoolYear, type SchoolYear } from '../kernel/school-year.ts'
import { type NoSignal, type Signal, signalOf, type YearLevels } from './signal.ts'

/** One school of the open file. */
export type SignalRow = {
  readonly ovt: string
  readonly outcome: Signal | { readonly why: NoSignal | RowTrouble }
}
type RowTrouble = 'shielded' | 'odd-number'

/** Where in a row what stands; read from the heading. */
export type SignalColumns = {
  readonly ovt: number
  readonly weighting: number
  readonly years: readonly YearColumns[]
}
type YearColumns = {
  readonly schoolYear: SchoolYear
  readonly pct1F: number
  readonly pctTarget: number
  readonly pupils: number
}

/** The columns of the Inspectie's open file, in any order, of as many years as it has; null for another table. */
export function signalColumns(heading: readonly string[]): SignalColumns | null {
  const names = heading.map((name) => name.trim().toLowerCase())
  const at = (name: string) => names.indexOf(name)
  const years = names.flatMap((name) => {
    const short = /^aantal leerlingen (\d{4})$/.exec(name)?.[1]
    const schoolYear = short ? parseSchoolYear(`${short.slice(0, 2)}-${short.slice(2)}`) : null
    if (!short || schoolYear === null) return []
    const found = { pct1F: at(`gemiddelde %1f ${short}`), pctTarget: at(`gemiddelde %1s/2f ${short}`) }
    return found.pct1F < 0 || found.pctTarget < 0 ? [] : [{ schoolYear, ...found, pupils: at(name) }]
  })
  const columns = { ovt: at('ovt'), weighting: at('schoolweging'), years }
  return columns.ovt < 0 || columns.weighting < 0 || years.length < 3 ? null : columns
}

/** What the rule says of one school of the file. */
export function signalRow(row: readonly string[], columns: SignalColumns): SignalRow {
  const years = columns.years.map((year) => yearIn(row, year))
  const weighting = numberIn(row[columns.weighting])
  const until = columns.years
    .map(({ schoolYear }) => schoolYear)
    .reduce((one, other) => (one > other ? one : other))
  const ovt = (row[columns.ovt] ?? '').trim()
  if (weighting === 'odd' || years.includes('odd')) return { ovt, outcome: { why: 'odd-number' } }
  if (years.includes('shielded')) return { ovt, outcome: { why: 'shielded' } }
  const known = years.filter((year) => typeof year === 'object' && year !== null)
  return { ovt, outcome: signalOf(until, known, weighting === 'shielded' ? null : weighting) }
}

/** A pupil has a level in three subjects. */
const SUBJECTS = 3

function yearIn(row: readonly string[], columns: YearColumns): YearLevels | 'odd' | 'shielded' | null {
  const cells = [columns.pupils, columns.pct1F, columns.pctTarget].map((place) => numberIn(row[place]))
  if (cells.includes('odd')) return 'odd'
  if (cells.includes('shielded')) return 'shielded'
  const [pupils, pct1F, pctTarget] = cells as (number | null)[]
  if (pupils == null || pct1F == null || pctTarget == null) return null
  if (!Number.isInteger(pupils) || pupils > 100_000 || pct1F > 100 || pctTarget > 100) return 'odd'
  const levels = SUBJECTS * pupils
  const reached = (share: number) => countOf(share, levels)
  return {
    schoolYear: columns.schoolYear,
    pupils,
    levels,
    at1F: reached(pct1F),
    atTarget: reached(pctTarget),
  }
}

/** How many levels a published share of two decimals stands for; as it is when it can't be a whole number of them. */
function countOf(share: number, levels: number): number {
  const exact = (share * levels) / 100
  const whole = Math.round(exact)
  return Math.abs(whole - exact) <= (levels * 0.0051) / 100 ? whole : exact
}

/** A number with a decimal comma or point; null: nothing there; `shielded`: withheld, because there are few pupils. */
export function numberIn(cell: string | undefined): number | 'odd' | 'shielded' | null {
  const text = (cell ?? '').trim()
  if (text === '') return null
  if (text === '*' || /^<\s*\d+$/.test(text)) return 'shielded'
  return /^\d{1,9}(?:[.,]\d{1,20})?$/.test(text) ? Number(text.replace(',', '.')) : 'odd'
}
