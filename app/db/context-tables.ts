import type { Moment } from '../kernel/day.ts'
import type { PersonId, SchoolId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'

/** Rows of the tables of step 0028-school-context. */
export type ContextTables = {
  /** Weighting and spread in hundredths. */
  school_context: {
    school_id: SchoolId
    school_year: SchoolYear
    weighting: number | null
    weighting_from: string | null
    spread: number | null
    pupils: number | null
    note: string | null
    changed_at: Moment
    changed_by: PersonId | null
  }
  /** `school_year`: the last of the years that were looked at together. Percentages in hundredths. */
  published_standing: {
    school_id: SchoolId
    school_year: SchoolYear
    ovt: string
    weighting: number | null
    pupils: number | null
    pct_1f: number | null
    pct_target: number | null
    value_1f: number | null
    value_target: number | null
    verdict_1f: string | null
    verdict_target: string | null
    taken_at: Moment
    taken_by: PersonId | null
  }
  /** A year by itself, as the file of `until` has it. */
  published_year: {
    school_id: SchoolId
    until: SchoolYear
    school_year: SchoolYear
    pupils: number
    pct_1f: number
    pct_target: number
  }
}
