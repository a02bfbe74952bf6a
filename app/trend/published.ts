import type { Refusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { SignalVerdict } from './signal.ts'

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

export type PublishedNo = Refusal<'no-file' | 'not-that-file' | 'damaged' | 'not-found' | 'is-large'>

/** A row of the file with the headings above it, as a form carries it along; nothing of a file is kept in between. */
export type CarriedRow = { readonly heading: readonly string[]; readonly cells: readonly string[] }
export type FoundRow = { readonly row: CarriedRow; readonly published: Published }

/** More columns than the file has. */
export const MOST_CELLS = 100

/** A row of the file as its form carries it along. */
export const carried = ({ heading, cells }: CarriedRow) =>
  JSON.stringify([heading.slice(0, MOST_CELLS), cells.slice(0, MOST_CELLS)])

/** Whether a row is of the school with this BRIN ('12AB', or of a branch '12AB00'): its BRIN stands before the bar. */
export const isOfBrin = (ovt: string, brin: string) =>
  /^[0-9a-z]{4}(?=$|[^0-9a-z]|\d\d$)/i.test(ovt.trim()) &&
  ovt.trim().slice(0, BRIN_LENGTH).toUpperCase() === brin.slice(0, BRIN_LENGTH).toUpperCase()

const BRIN_LENGTH = 4
