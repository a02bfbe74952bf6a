import type { Moment } from '../kernel/day.ts'
import type {
  AmbitionId,
  AmendmentId,
  DataTalkId,
  EntryId,
  LearningTeamId,
  PlanId,
  SchoolId,
} from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'

/** Rows of the tables of step 0030-ambition. Values in ten-thousandths; '' and 0 where something doesn't belong. */
export type AmbitionTables = {
  ambition: {
    id: AmbitionId
    school_id: SchoolId
    /** Null: of the whole team. */
    learning_team_id: LearningTeamId | null
    talk_id: DataTalkId | null
    about: 'standing' | 'section'
    subject: string
    year_group: number
    moment: string
    test: string
    supplier: string
    norm: string
    measure: string
    level: string
    from_year: SchoolYear | null
    from_value: number | null
    from_n: number | null
    to_value: number
    by_year: SchoolYear
    why: string
    plan_id: PlanId | null
    entry_id: EntryId | null
    amendment_id: AmendmentId | null
    /** The last figure that was there when results came in, and when it became another one. */
    seen_year: SchoolYear | null
    seen_value: number | null
    seen_n: number | null
    seen_at: Moment | null
    made_at: Moment
    ended_at: Moment | null
    ended_how: string | null
    revision: number
  }
  /** What an ambition said until it was changed. */
  ambition_past: {
    ambition_id: AmbitionId
    revision: number
    school_id: SchoolId
    to_value: number
    by_year: SchoolYear
    why: string
    changed_at: Moment
  }
}
