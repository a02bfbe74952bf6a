import type { SchoolYear } from '../kernel/school-year.ts'
import type { Figure } from '../result/figure.ts'
import {
  LEAST_PART,
  newestSeries,
  RULE_SUBJECTS,
  RULE_YEAR_GROUP,
  type RuleSubject,
  ruleSubjectOf,
} from '../result/rule-subject.ts'

/** Why a year can't be counted yet. One of the two lists has something in it. */
export type YearGap = {
  readonly there: readonly RuleSubject[]
  /** No levels at all. */
  readonly none: readonly RuleSubject[]
  /** Of clearly fewer pupils than another of the three. */
  readonly fewer: readonly RuleSubject[]
}

/** The doorstroomtoets of one school year, by the rule of the Inspectie. */
export type RuleYear = {
  readonly schoolYear: SchoolYear
  /** Of each of the three subjects the series that counts (`newestSeries`): the whole school, and its groups if they were given. */
  readonly tests: readonly Figure[]
  readonly gap: YearGap | null
  /** Subjects that stand in more than one series; one of them counts. */
  readonly twice: readonly RuleSubject[]
}

/**
 * What the rule counts: reference levels of the doorstroomtoets in year group 8 for reading, language and arithmetic, each
 * pupil's level once a subject and year. Every year in which any of it is there, oldest first.
 */
export function ruleYears(figures: readonly Figure[]): RuleYear[] {
  const tests = figures.filter(
    (one) =>
      one.moment === 'D' &&
      one.yearGroup === RULE_YEAR_GROUP &&
      pupilsIn(one) > 0 &&
      ruleSubjectOf(one.subject) !== null,
  )
  return [...Map.groupBy(tests, ({ schoolYear }) => schoolYear)]
    .map(([schoolYear, some]) => ruleYear(schoolYear, some))
    .sort((one, other) => (one.schoolYear < other.schoolYear ? -1 : 1))
}

function ruleYear(schoolYear: SchoolYear, some: readonly Figure[]): RuleYear {
  const whole = some.filter(({ group }) => group === null)
  const newest = newestSeries(whole.map((one) => ({ ...one, pupils: pupilsIn(one) })))
  const series = new Set(newest.values())
  const tests = some.filter((one) => series.has(one.series))
  const pupils = new Map(
    tests
      .filter(({ group }) => group === null)
      .map((one) => [ruleSubjectOf(one.subject) as RuleSubject, pupilsIn(one)]),
  )
  const twice = RULE_SUBJECTS.filter(
    (subject) => whole.filter((one) => ruleSubjectOf(one.subject) === subject).length > 1,
  )
  return { schoolYear, tests, twice, gap: gapIn(pupils) }
}

/** With a level, or with the exemption that explains why there is none. */
const pupilsIn = ({ references, exempt }: Figure) =>
  [...references.values()].reduce((sum, count) => sum + count, exempt)

/** What is lacking for the three together; `pupils`: those with a level or an exemption. One pupil less is never a gap. Null: complete. */
export function gapIn(pupils: ReadonlyMap<RuleSubject, number>): YearGap | null {
  const most = Math.max(...pupils.values())
  const isFewer = (count: number) => count < LEAST_PART * most && most - count > 1
  const there = RULE_SUBJECTS.filter((subject) => pupils.has(subject))
  const none = RULE_SUBJECTS.filter((subject) => !pupils.has(subject))
  const fewer = there.filter((subject) => isFewer(pupils.get(subject) ?? 0))
  return none.length + fewer.length === 0 ? null : { there, none, fewer }
}

/** The figures of the years that can be counted, whole school and groups. */
export const ruleTests = (figures: readonly Figure[]): Figure[] =>
  ruleYears(figures).flatMap(({ gap, tests }) => (gap === null ? tests : []))
