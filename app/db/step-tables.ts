import type { Day, Moment } from '../kernel/day.ts'
import type { EntryId, PersonId, PlanId, SchoolId, StepId, WorkFormId } from '../kernel/id.ts'

/** Rows of the tables of step 0012-steps. */
export type StepTables = {
  /** A form of work of the school's own, or one that is built in and was put away. */
  work_form: {
    id: WorkFormId
    school_id: SchoolId
    /** The key of the built-in form that this row is about; null for one of the school. */
    built_in: string | null
    name: string
    added_at: Moment
    added_by: PersonId | null
    retired_at: Moment | null
  }
  step: {
    id: StepId
    school_id: SchoolId
    plan_id: PlanId
    entry_id: EntryId
    what: string
    /** The key of a built-in form of work, or the id of one of the school. */
    form: string | null
    on_day: Day | null
    made_at: Moment
    made_by: PersonId | null
    changed_at: Moment
    ended_at: Moment | null
    ended_by: PersonId | null
    /** 'done' or 'let-go'. */
    ended_as: string | null
    /** One line of what was seen. */
    saw: string | null
  }
  /** Who does a step: asked until an answer came. */
  step_person: {
    step_id: StepId
    school_id: SchoolId
    person_id: PersonId
    asked_at: Moment
    agreed_at: Moment | null
    declined_at: Moment | null
  }
}
