import type { SchoolYear } from '../kernel/school-year.ts'
import { previousYear } from '../kernel/school-year.ts'
import { SIGNAL_2024_2025 } from './signal-2024-2025.ts'
import { classOf, type SignalTable } from './signal-table.ts'

/**
 * The levels that all pupils of a school year reached, over reading, language and arithmetic together: three for a pupil
 * who did all three. Pupils with an exemption are not among them.
 */
export type YearLevels = {
  readonly schoolYear: SchoolYear
  readonly pupils: number
  readonly levels: number
  /** How many of them are 1F or higher. */
  readonly at1F: number
  /** How many reach 1S (arithmetic) or 2F (reading, language). */
  readonly atTarget: number
}

export const VERDICTS = ['above', 'below'] as const
export type SignalVerdict = (typeof VERDICTS)[number]

/** Why there is no verdict. */
export type NoSignal = 'no-table' | 'year-missing' | 'five-years-needed' | 'too-few'

/** What a school reached in the years together, beside the signal values of its weighting. */
export type Signal = {
  readonly years: readonly SchoolYear[]
  readonly pupils: number
  readonly pct1F: number
  readonly pctTarget: number
  readonly value1F: number
  /** Null: the school has no weighting, or none of the table. */
  readonly valueTarget: number | null
  readonly verdict1F: SignalVerdict
  /** Null: without a weighting it can't be said. It can when it is the same for every weighting. */
  readonly verdictTarget: SignalVerdict | null
}

/** Every table that is known, oldest first. */
const TABLES: readonly SignalTable[] = [SIGNAL_2024_2025]

/** The table of a school year, or the last one before it; null when none is so old. */
export const tableFor = (year: SchoolYear): SignalTable | null =>
  TABLES.findLast(({ schoolYear }) => schoolYear <= year) ?? null

const LONG = 5

/**
 * The rule of the Inspectie: all levels of three years counted together, so that a large year weighs more; of a small
 * school five years. Exactly equal counts as above. `until`: the last year that is looked at.
 */
export function signalOf(
  until: SchoolYear,
  known: readonly YearLevels[],
  weighting: number | null,
): Signal | { readonly why: NoSignal } {
  const table = tableFor(until)
  if (table === null) return { why: 'no-table' }
  const three = lastYears(until, known, table.smallBelow.years)
  if (three === null) return { why: 'year-missing' }
  const years = pupilsOf(three) < table.smallBelow.pupils ? lastYears(until, known, LONG) : three
  if (years === null) return { why: 'five-years-needed' }
  if (pupilsOf(years) < table.smallBelow.pupils) return { why: 'too-few' }
  return judged(years, table, weighting === null ? null : (classOf(table, weighting)?.target ?? null))
}

const pupilsOf = (years: readonly YearLevels[]) => sum(years.map(({ pupils }) => pupils))

/** The years up to this one, each of them known and with levels; null when one is missing. */
function lastYears(until: SchoolYear, known: readonly YearLevels[], count: number): YearLevels[] | null {
  const years: YearLevels[] = []
  for (let year = until; years.length < count; year = previousYear(year)) {
    const found = known.find(({ schoolYear, levels }) => schoolYear === year && levels > 0)
    if (!found) return null
    years.unshift(found)
  }
  return years
}

function judged(years: readonly YearLevels[], table: SignalTable, valueTarget: number | null): Signal {
  const levels = sum(years.map((one) => one.levels))
  const at1F = sum(years.map((one) => one.at1F))
  const atTarget = sum(years.map((one) => one.atTarget))
  return {
    years: years.map(({ schoolYear }) => schoolYear),
    pupils: pupilsOf(years),
    pct1F: (100 * at1F) / levels,
    pctTarget: (100 * atTarget) / levels,
    value1F: table.at1F,
    valueTarget,
    verdict1F: verdictOf(at1F, levels, table.at1F),
    verdictTarget:
      valueTarget === null ? whatever(atTarget, levels, table) : verdictOf(atTarget, levels, valueTarget),
  }
}

/** The verdict when it is the same for every weighting. */
function whatever(reached: number, levels: number, { classes }: SignalTable): SignalVerdict | null {
  const verdicts = new Set(classes.map(({ target }) => verdictOf(reached, levels, target)))
  return verdicts.size === 1 ? ([...verdicts][0] ?? null) : null
}

/** In whole numbers, so that exactly equal stays equal: a published value has one decimal. */
const verdictOf = (reached: number, levels: number, value: number): SignalVerdict =>
  1000 * reached >= Math.round(10 * value) * levels ? 'above' : 'below'

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
