import type { SchoolYear } from '../kernel/school-year.ts'
import type { Figure, LevelPupils } from '../result/figure.ts'
import { RULE_YEAR_GROUP, type RuleSubject } from '../result/rule-subject.ts'
import { weightingFor } from './reference-line.ts'
import { type RuleYear, ruleYears, type YearGap } from './rule-test.ts'
import type { Kept } from './series.ts'
import { type NoSignal, type SignalVerdict, signalOf, tableFor, type YearLevels } from './signal.ts'
import { type Audience, type Caution, cautionOf } from './suppress.ts'
import { reachedOf, safeReferences, yearsName, yearsUntil } from './suppress-figures.ts'
import { type Band, wilson } from './wilson.ts'

/** How many of the levels of the three subjects were reached. */
export type Reached = {
  readonly reached: number
  readonly all: number
  /** In per cent. */
  readonly value: number
  /** Counted by pupils, not by levels, for the three levels of a pupil hang together. */
  readonly band: Band | null
}

/** The doorstroomtoets of one year, or of several counted together. */
export type Together = {
  /** Oldest first. */
  readonly years: readonly SchoolYear[]
  readonly pupils: number
  readonly caution: Caution
  readonly at1F: Reached
  readonly target: Reached
}

/** Where the school stands with the reference levels in a year. */
export type Standing = {
  readonly until: SchoolYear
  /** Three years by rule, five of a small school; null when a year is missing. */
  readonly together: Kept<Together & { readonly signal: StandingSignal }>
  /** This year alone. */
  readonly alone: Kept<Together>
  /** Why this year isn't counted: one of the three subjects lacks. Then the numbers are null. */
  readonly gap?: YearGap | null
  /** Subjects of which this year stands twice; one series counts. */
  readonly twice?: readonly RuleSubject[]
}

/** What the rule of the Inspectie says; `table`: the year of the table that is used. */
export type StandingSignal =
  | {
      readonly table: SchoolYear
      readonly verdict1F: SignalVerdict
      readonly verdictTarget: SignalVerdict | null
    }
  | { readonly why: NoSignal }

/** The levels of a year that has all three subjects; the whole school. */
function yearLevels({ schoolYear, tests }: RuleYear, pupils: readonly LevelPupils[]): YearLevels {
  const reached = tests.filter(({ group }) => group === null).map(({ references }) => reachedOf(references))
  const isHere = (one: LevelPupils) =>
    one.schoolYear === schoolYear && one.moment === 'D' && one.yearGroup === RULE_YEAR_GROUP
  return {
    schoolYear,
    pupils: total(pupils.filter(isHere).map((one) => one.pupils)),
    levels: total(reached.map(({ all }) => all)),
    at1F: total(reached.map(({ at1F }) => at1F)),
    atTarget: total(reached.map(({ atTarget }) => atTarget)),
  }
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

/**
 * Where the school stood in each year with a doorstroomtoets, oldest first, by the rule of the Inspectie (`rule-test.ts`
 * says what belongs to it); a year in which one of the three subjects lacks is there without numbers. `figures`: all of the whole school, as
 * `shownFigures` asks for them, so that both leave out the same.
 */
export function standingsOf(
  figures: readonly Figure[],
  pupils: readonly LevelPupils[],
  weightings: ReadonlyMap<SchoolYear, number>,
  audience: Audience,
): Standing[] {
  const years = ruleYears(figures)
  const known = years
    .flatMap((year) => (year.gap ? [] : [yearLevels(year, pupils)]))
    .filter(({ levels }) => levels > 0)
  const safe = audience === 'coordinator' ? null : safeReferences(figures)
  const kept = <Of extends Together>(found: Of): Kept<Of> =>
    safe === null || safe.has(yearsName(found.years.at(-1) as SchoolYear, found.years.length))
      ? found
      : 'hidden'
  return years.map(({ schoolYear: until, gap, twice }) => {
    const together = pooledOf(until, known, weightingFor(until, weightings))
    const alone = known.find(({ schoolYear }) => schoolYear === until)
    return {
      until,
      together: together && kept(together),
      alone: alone ? kept(counted([alone])) : null,
      gap,
      twice,
    }
  })
}

const THREE = 3
const FIVE = 5

function pooledOf(until: SchoolYear, known: readonly YearLevels[], weighting: number | null) {
  const signal = signalOf(until, known, weighting)
  if (!('why' in signal)) {
    const { verdict1F, verdictTarget } = signal
    const table = tableFor(until)?.schoolYear ?? until
    return { ...counted(among(known, signal.years)), signal: { table, verdict1F, verdictTarget } }
  }
  const years = among(known, yearsUntil(until, signal.why === 'too-few' ? FIVE : THREE))
  const complete = years.length === (signal.why === 'too-few' ? FIVE : THREE)
  return complete ? { ...counted(years), signal: { why: signal.why } } : null
}

const among = (known: readonly YearLevels[], years: readonly SchoolYear[]) =>
  known.filter(({ schoolYear }) => years.includes(schoolYear))

function counted(years: readonly YearLevels[]): Together {
  const pupils = total(years.map((year) => year.pupils))
  const levels = total(years.map((year) => year.levels))
  const reachedBy = (reached: number): Reached => ({
    reached,
    all: levels,
    value: (100 * reached) / levels,
    band: wilson(reached / levels, pupils),
  })
  return {
    years: years.map(({ schoolYear }) => schoolYear),
    pupils,
    caution: cautionOf(pupils),
    at1F: reachedBy(total(years.map(({ at1F }) => at1F))),
    target: reachedBy(total(years.map(({ atTarget }) => atTarget))),
  }
}
