import type { SchoolYear } from '../kernel/school-year.ts'
import { weightingFor } from './reference-line.ts'
import { type NoSignal, type SignalVerdict, tableFor } from './signal.ts'
import { classOf } from './signal-table.ts'
import type { Standing } from './standing.ts'
import { yearsUntil } from './suppress-figures.ts'

/** Why a board sees no result of a school. */
export type BoardWhy = NoSignal | 'hidden' | 'not-this-year'

/** What a board sees of one of its schools. */
export type BoardRow = {
  readonly brin: string | null
  readonly name: string
  readonly outcome: { readonly why: BoardWhy } | BoardIncomplete | BoardOutcome
}

/** Of one of the years counted together one of the three subjects lacks; `years`: those, oldest first. */
export type BoardIncomplete = { readonly why: 'incomplete'; readonly years: readonly Standing[] }

/** The levels of the years together, and what the rule of the Inspectie says of them. */
export type BoardOutcome = {
  readonly years: readonly SchoolYear[]
  readonly pupils: number
  readonly pct1F: number
  readonly pctTarget: number
  readonly weighting: number | null
  readonly signal: BoardSignal | { readonly why: NoSignal }
}

type BoardSignal = {
  readonly value1F: number
  /** Null without a weighting of the table. */
  readonly valueTarget: number | null
  readonly verdict1F: SignalVerdict
  readonly verdictTarget: SignalVerdict | null
}

/** A school with where it stood, as its team may see it. */
export type BoardSchool = {
  readonly brin: string | null
  readonly name: string
  readonly standings: readonly Standing[]
  readonly weightings: ReadonlyMap<SchoolYear, number>
}

/** By BRIN and then by name; never by what was reached. */
export const inBoardOrder = (schools: readonly BoardSchool[]): BoardSchool[] =>
  schools.toSorted((one, other) => compared(orderOf(one), orderOf(other)))

const orderOf = ({ brin, name }: BoardSchool) => `${brin ?? '~'}\u0001${name.toLowerCase()}\u0001${name}`
const compared = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** The last school year in which any of the schools took a doorstroomtoets; null: none did. */
export const lastYearOf = (schools: readonly BoardSchool[]): SchoolYear | null =>
  schools
    .flatMap(({ standings }) => standings.map(({ until }) => until))
    .reduce<SchoolYear | null>((last, until) => (last === null || until > last ? until : last), null)

/** What a board sees of a school for the years up to this one. */
export function boardRow({ brin, name, standings, weightings }: BoardSchool, until: SchoolYear): BoardRow {
  return { brin, name, outcome: outcomeOf(standings, weightings, until) }
}

const THREE = 3

function outcomeOf(
  standings: readonly Standing[],
  weightings: ReadonlyMap<SchoolYear, number>,
  until: SchoolYear,
): BoardRow['outcome'] {
  const standing = standings.find((one) => one.until === until)
  if (!standing) return { why: 'not-this-year' }
  const { together } = standing
  if (together === null) {
    const years = standings.filter((one) => one.gap && yearsUntil(until, THREE).includes(one.until))
    return years.length > 0 ? { why: 'incomplete', years } : { why: 'year-missing' }
  }
  if (together === 'hidden') return { why: 'hidden' }
  const { years, pupils, at1F, target, signal } = together
  const weighting = weightingFor(until, weightings)
  const shares = { years, pupils, pct1F: at1F.value, pctTarget: target.value, weighting }
  const table = tableFor(until)
  if ('why' in signal || table === null)
    return { ...shares, signal: 'why' in signal ? signal : { why: 'no-table' } }
  const { verdict1F, verdictTarget } = signal
  const valueTarget = weighting === null ? null : (classOf(table, weighting)?.target ?? null)
  return { ...shares, signal: { value1F: table.at1F, valueTarget, verdict1F, verdictTarget } }
}
