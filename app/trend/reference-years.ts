import type { SchoolYear } from '../kernel/school-year.ts'
import type { Reference, Result } from '../result/result.ts'
import { RULE_YEAR_GROUP, type RuleSubject, ruleSubjectOf } from '../result/rule-subject.ts'
import { gapIn, type YearGap } from './rule-test.ts'
import type { YearLevels } from './signal.ts'

/** The reference levels of the doorstroomtoets in one year, by subject; who had an exemption is only counted. */
export type ReferenceYear = YearLevels & {
  readonly exempt: number
  readonly bySubject: ReadonlyMap<string, ReadonlyMap<Reference, number>>
  /** What lacks for the three subjects together; null: it is complete. */
  readonly gap: YearGap | null
}

/** What a pupil has of a subject: the level, or the exemption. */
type Taken = { readonly subject: string; readonly reference: Reference | null }
type Taking = ReadonlyMap<RuleSubject, Map<string, Taken>>

/**
 * Counts the doorstroomtoets of year group 8 by the rule of the Inspectie, result by result: the three subjects alone, and
 * of each subject one level a pupil; what comes last counts.
 */
export class ReferenceYears {
  #years = new Map<SchoolYear, Map<RuleSubject, Map<string, Taken>>>()

  add({ pupil, schoolYear, yearGroup, subject, moment, reference, exempt }: Result): void {
    const of = ruleSubjectOf(subject)
    if (moment !== 'D' || yearGroup !== RULE_YEAR_GROUP || of === null) return
    if (reference === null && !exempt) return
    const year = this.#years.get(schoolYear) ?? new Map<RuleSubject, Map<string, Taken>>()
    this.#years.set(schoolYear, year)
    const taken = year.get(of) ?? new Map<string, Taken>()
    year.set(of, taken.set(pupil, { subject, reference: exempt ? null : reference }))
  }

  /** By year, oldest first. */
  all(): ReferenceYear[] {
    return [...this.#years]
      .map(([schoolYear, year]) => yearOf(schoolYear, year))
      .sort((one, other) => (one.schoolYear < other.schoolYear ? -1 : 1))
  }
}

function yearOf(schoolYear: SchoolYear, taking: Taking): ReferenceYear {
  const bySubject = new Map<string, Map<Reference, number>>()
  const pupils = new Set<string>()
  const exempt = new Set<string>()
  for (const [pupil, { subject, reference }] of [...taking.values()].flatMap((one) => [...one])) {
    if (reference === null) {
      exempt.add(pupil)
      continue
    }
    pupils.add(pupil)
    const counts = bySubject.get(subject) ?? new Map<Reference, number>()
    bySubject.set(subject, counts.set(reference, (counts.get(reference) ?? 0) + 1))
  }
  const gap = gapIn(new Map([...taking].map(([subject, { size }]) => [subject, size])))
  return { schoolYear, pupils: pupils.size, exempt: exempt.size, bySubject, gap, ...countsIn(bySubject) }
}

function countsIn(bySubject: ReferenceYear['bySubject']) {
  const count = (...references: Reference[]) =>
    [...bySubject.values()].reduce(
      (sum, counts) => sum + references.reduce((all, one) => all + (counts.get(one) ?? 0), 0),
      0,
    )
  const atTarget = count('1S', '2F')
  const at1F = atTarget + count('1F')
  return { levels: at1F + count('<1F'), at1F, atTarget }
}
