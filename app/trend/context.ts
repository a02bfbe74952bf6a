import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { lineOf } from '../school/line.ts'
import type { Published } from './published.ts'

/** Where a weighting comes from: typed by somebody of the school, or the open file of the Inspectie. */
export type WeightingFrom = 'typed' | 'inspection'

/** What the results of a school year are seen against. */
export type YearContext = {
  readonly schoolYear: SchoolYear
  /** The school weighting that the Inspectie uses in this year (the mean of three years): 20 to 40, higher is more complex. */
  readonly weighting: { readonly value: number; readonly from: WeightingFrom } | null
  /** The standard deviation of the weighting within the school: how different the pupils are from each other. */
  readonly spread: number | null
  /** Of the whole school. */
  readonly pupils: number | null
  /** Where the school found what it typed, in its own words. */
  readonly note: string | null
  readonly changedAt: Moment
  readonly changedBy: PersonId | null
}

export type SchoolContext = {
  /** Newest first. */
  readonly years: readonly YearContext[]
  /** What the Inspectie published of this school, newest first. */
  readonly published: readonly Published[]
}

export type ContextReason =
  | 'weighting-range'
  | 'spread-range'
  | 'pupils-range'
  | 'note-long'
  | 'nothing-typed'
  | 'changed-meanwhile'
export type ContextRefusal = Refusal<ContextReason>

/** What somebody typed of a school year. */
export type TypedYear = {
  readonly weighting: number | null
  readonly spread: number | null
  readonly pupils: number | null
  readonly note: string | null
}

export const WEIGHTINGS = { from: 20, until: 40 } as const
export const MOST_SPREAD = 15
const MOST_PUPILS = 5000
export const LONGEST_NOTE = 120

/** A year from a form (`weighting`, `spread`, `pupils`, `note`; each may stay empty), or all that is to be looked at. */
export function parseYear(form: FormData): TypedYear | readonly ContextRefusal[] {
  const weighting = numberFrom(form.get('weighting'), WEIGHTINGS)
  const spread = numberFrom(form.get('spread'), { from: 0, until: MOST_SPREAD })
  const pupils = numberFrom(form.get('pupils'), { from: 1, until: MOST_PUPILS })
  const note = lineOf(form.get('note')) || null
  const refusals = [
    weighting === 'odd' ? refuse('weighting-range', 'weighting') : null,
    spread === 'odd' ? refuse('spread-range', 'spread') : null,
    pupils === 'odd' || !Number.isInteger(pupils ?? 1) ? refuse('pupils-range', 'pupils') : null,
    note !== null && note.length > LONGEST_NOTE ? refuse('note-long', 'note') : null,
  ].filter((one) => one !== null)
  if (weighting === 'odd' || spread === 'odd' || pupils === 'odd' || refusals.length > 0) return refusals
  return { weighting, spread, pupils, note }
}

/** With a comma or a point and at most two decimals; null when empty. */
function numberFrom(value: unknown, { from, until }: { from: number; until: number }): number | 'odd' | null {
  const text = lineOf(value).replace(',', '.')
  if (text === '') return null
  const number = /^\d{1,5}(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN
  return number >= from && number <= until ? number : 'odd'
}

/** A part of the context with the school year that it is of. */
export type Dated<Value> = { readonly value: Value; readonly schoolYear: SchoolYear }
export type ContextAt = {
  readonly weighting: Dated<number> | null
  readonly spread: Dated<number> | null
  readonly pupils: Dated<number> | null
}

/** What counts in a year, part by part: that year's own, or the last one known before it. */
export function contextAt({ years }: Pick<SchoolContext, 'years'>, until: SchoolYear): ContextAt {
  const last = (partOf: (year: YearContext) => number | null | undefined): Dated<number> | null => {
    for (const year of years) {
      const value = year.schoolYear <= until ? partOf(year) : null
      if (value != null) return { value, schoolYear: year.schoolYear }
    }
    return null
  }
  return {
    weighting: last(({ weighting }) => weighting?.value),
    spread: last(({ spread }) => spread),
    pupils: last(({ pupils }) => pupils),
  }
}

/** The weighting of each year that has one. */
export const weightingsIn = ({ years }: Pick<SchoolContext, 'years'>): ReadonlyMap<SchoolYear, number> =>
  new Map(years.flatMap(({ schoolYear, weighting }) => (weighting ? [[schoolYear, weighting.value]] : [])))
