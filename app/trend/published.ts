import type { SchoolYear } from '../kernel/school-year.ts'
import type { SignalVerdict } from './signal.ts'
import { numberIn, type SignalColumns, signalColumns } from './signal-in.ts'

/** What the Inspectie published of one school (or one branch) in its open file. */
export type Published = {
  /** The last of the years that it looked at together. */
  readonly until: SchoolYear
  /** The sign of the Inspectie for the school: its BRIN, a bar, and which of its places ('12AB|C1'). */
  readonly ovt: string
  readonly weighting: number | null
  /** The years counted together; null where the file withholds it. */
  readonly together: PublishedTogether | null
  /** Each year by itself, oldest first; a year that the file withholds is left out. */
  readonly years: readonly PublishedYear[]
}

/** Percentages from 0 to 100, of the three subjects together. A verdict is null where the Inspectie gave none. */
export type PublishedTogether = {
  readonly pupils: number
  readonly pct1F: number
  readonly pctTarget: number
  readonly value1F: number | null
  readonly valueTarget: number | null
  readonly verdict1F: SignalVerdict | null
  readonly verdictTarget: SignalVerdict | null
}

export type PublishedYear = {
  readonly schoolYear: SchoolYear
  readonly pupils: number
  readonly pct1F: number
  readonly pctTarget: number
}

/** Where the file's own outcomes stand; a file may do without them. */
export type PublishedColumns = {
  readonly raw: SignalColumns
  readonly at: Readonly<Record<keyof typeof HEADINGS, number>>
}

const HEADINGS = {
  pct1F: 'gewogen driejaarsgemiddelde %1f',
  pctTarget: 'gewogen driejaarsgemiddelde %1s/2f',
  pupils: 'totaal aantal leerlingen 3 jaar',
  value1F: 'signaleringswaarde 1f',
  valueTarget: 'signaleringswaarde 1s/2f',
  verdict1F: 'uitkomst indicator 1f',
  verdictTarget: 'uitkomst indicator 1s/2f',
} as const

/** The columns of the open file, in any order; null for another table. */
export function publishedColumns(heading: readonly string[]): PublishedColumns | null {
  const raw = signalColumns(heading)
  if (raw === null) return null
  const names = heading.map((name) => name.trim().toLowerCase())
  const at = Object.fromEntries(
    Object.entries(HEADINGS).map(([key, heads]) => [key, names.indexOf(heads)]),
  ) as PublishedColumns['at']
  return { raw, at }
}

/** Whether a row is of the school with this BRIN ('12AB', or of a branch '12AB00'): its BRIN stands before the bar. */
export const isOfBrin = (ovt: string, brin: string) =>
  /^[0-9a-z]{4}(?=$|[^0-9a-z]|\d\d$)/i.test(ovt.trim()) &&
  ovt.trim().slice(0, BRIN_LENGTH).toUpperCase() === brin.slice(0, BRIN_LENGTH).toUpperCase()

const BRIN_LENGTH = 4

export const ovtIn = (cells: readonly string[], { raw }: PublishedColumns) => (cells[raw.ovt] ?? '').trim()

/** A row of the file as what was published; what is withheld or can't be read is left out. */
export function publishedIn(cells: readonly string[], columns: PublishedColumns): Published {
  const { raw } = columns
  const until = raw.years
    .map(({ schoolYear }) => schoolYear)
    .sort()
    .at(-1) as SchoolYear
  const weighting = within(cells[raw.weighting], 20, 40)
  return {
    until,
    ovt: ovtIn(cells, columns).slice(0, LONGEST_OVT),
    weighting,
    together: togetherIn(cells, columns),
    years: raw.years
      .flatMap((year) => yearIn(cells, year) ?? [])
      .sort((one, other) => (one.schoolYear < other.schoolYear ? -1 : 1)),
  }
}

const LONGEST_OVT = 20
const MOST_PUPILS = 100_000

function togetherIn(cells: readonly string[], { at }: PublishedColumns): PublishedTogether | null {
  const pupils = within(cells[at.pupils], 1, MOST_PUPILS)
  const pct1F = within(cells[at.pct1F], 0, 100)
  const pctTarget = within(cells[at.pctTarget], 0, 100)
  if (pupils === null || pct1F === null || pctTarget === null) return null
  return {
    pupils: Math.round(pupils),
    pct1F,
    pctTarget,
    value1F: within(cells[at.value1F], 0, 100),
    valueTarget: within(cells[at.valueTarget], 0, 100),
    verdict1F: verdictIn(cells[at.verdict1F]),
    verdictTarget: verdictIn(cells[at.verdictTarget]),
  }
}

function yearIn(cells: readonly string[], columns: SignalColumns['years'][number]): PublishedYear | null {
  const pupils = within(cells[columns.pupils], 1, MOST_PUPILS)
  const pct1F = within(cells[columns.pct1F], 0, 100)
  const pctTarget = within(cells[columns.pctTarget], 0, 100)
  if (pupils === null || pct1F === null || pctTarget === null) return null
  return { schoolYear: columns.schoolYear, pupils: Math.round(pupils), pct1F, pctTarget }
}

/** In hundredths, as the Inspectie publishes it: a spreadsheet writes 32.98 as 32.979999999999997. */
function within(cell: string | undefined, from: number, until: number): number | null {
  const number = numberIn(cell)
  if (typeof number !== 'number') return null
  const rounded = Math.round(100 * number) / 100
  return rounded >= from && rounded <= until ? rounded : null
}

function verdictIn(cell: string | undefined): SignalVerdict | null {
  const text = (cell ?? '').trim().toLowerCase()
  if (text.startsWith('boven')) return 'above'
  return text.startsWith('onder') ? 'below' : null
}
