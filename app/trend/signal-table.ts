import type { SchoolYear } from '../kernel/school-year.ts'

/** The signal values of one year, as they were published; percentages from 0 to 100. */
export type SignalTable = {
  /** The last of the school years that are looked at together. */
  readonly schoolYear: SchoolYear
  readonly source: string
  readonly rule: string
  /** The same for every school. */
  readonly at1F: number
  /** With fewer pupils in so many years together a school is looked at over five years. */
  readonly smallBelow: { readonly pupils: number; readonly years: number }
  /** Of all pupils of the country. */
  readonly national: Means
  readonly classes: readonly WeightingClass[]
}

type Means = { readonly pct1F: number; readonly pctTarget: number }

/** School weightings from (inclusive) until (exclusive); the highest class holds its own end, for a weighting stops there. */
export type WeightingClass = {
  readonly from: number
  readonly until: number
  /** The signal value at 1S/2F. */
  readonly target: number
  /** How many schools are of the class, and their mean: not a norm. */
  readonly schools: Means & { readonly count: number }
}

/** The class of a school weighting; null when there is none for it. */
export function classOf(table: SignalTable, weighting: number): WeightingClass | null {
  const last = table.classes.at(-1)
  if (last && weighting === last.until) return last
  return table.classes.find(({ from, until }) => weighting >= from && weighting < until) ?? null
}
