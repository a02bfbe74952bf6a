import type { SchoolYear } from '../kernel/school-year.ts'
import type { Published, PublishedTogether, PublishedYear } from './published.ts'
import type { SignalVerdict } from './signal.ts'
import { numberIn, type SignalColumns, signalColumns } from './signal-in.ts'

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
