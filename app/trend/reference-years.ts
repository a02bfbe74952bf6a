import type { SchoolYear } from '../kernel/school-year.ts'
import type { Reference, Result } from '../result/result.ts'
import type { YearLevels } from './signal.ts'

/** The reference levels of the doorstroomtoets in one year, by subject; who had an exemption is only counted. */
export type ReferenceYear = YearLevels & {
  readonly exempt: number
  readonly bySubject: ReadonlyMap<string, ReadonlyMap<Reference, number>>
}

type Counting = {
  pupils: Set<string>
  exempt: Set<string>
  bySubject: Map<string, Map<Reference, number>>
}

/** Counts the doorstroomtoets result by result; a pupil is counted once a year. */
export class ReferenceYears {
  #years = new Map<SchoolYear, Counting>()

  add({ pupil, schoolYear, subject, moment, reference, exempt }: Result): void {
    if (moment !== 'D' || (reference === null && !exempt)) return
    const year = this.#years.get(schoolYear) ?? {
      pupils: new Set(),
      exempt: new Set(),
      bySubject: new Map(),
    }
    this.#years.set(schoolYear, year)
    if (exempt || reference === null) {
      year.exempt.add(pupil)
      return
    }
    year.pupils.add(pupil)
    const counts = year.bySubject.get(subject) ?? new Map<Reference, number>()
    year.bySubject.set(subject, counts.set(reference, (counts.get(reference) ?? 0) + 1))
  }

  /** By year, oldest first. */
  all(): ReferenceYear[] {
    return [...this.#years]
      .map(([schoolYear, year]) => yearOf(schoolYear, year))
      .sort((one, other) => (one.schoolYear < other.schoolYear ? -1 : 1))
  }
}

function yearOf(schoolYear: SchoolYear, { pupils, exempt, bySubject }: Counting): ReferenceYear {
  const count = (...references: Reference[]) =>
    [...bySubject.values()].reduce(
      (sum, counts) => sum + references.reduce((all, one) => all + (counts.get(one) ?? 0), 0),
      0,
    )
  const atTarget = count('1S', '2F')
  const at1F = atTarget + count('1F')
  return {
    schoolYear,
    pupils: pupils.size,
    exempt: exempt.size,
    bySubject,
    levels: at1F + count('<1F'),
    at1F,
    atTarget,
  }
}
