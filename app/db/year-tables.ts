import type { Day, Moment } from '../kernel/day.ts'
import type { EntryId, Id, PersonId, PlanId, SchoolId, YearItemId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'

/** Rows of the tables of step 0014-year-circle. */
export type YearTables = {
  year_item: {
    id: YearItemId
    school_id: SchoolId
    school_year: SchoolYear
    kind: string
    /** Empty: it is called after its kind. */
    title: string
    note: string
    place: string
    from_day: Day
    to_day: Day
    /** On the clock in the Netherlands, of one day; null: all day. */
    starts_at: Moment | null
    ends_at: Moment | null
    /** The template line or the item of another year that it was made from, so that it is not made twice. */
    made_from: string | null
    revision: number
    made_at: Moment
    made_by: PersonId | null
    changed_at: Moment
    changed_by: PersonId | null
    removed_at: Moment | null
    removed_by: PersonId | null
  }
  /** What the school changed of the holidays, and its own free days. */
  year_holiday: {
    school_id: SchoolId
    school_year: SchoolYear
    key: string
    /** Empty: as it is called by itself. */
    name: string
    /** Null: the school is not free then. */
    from_day: Day | null
    to_day: Day | null
    changed_at: Moment
    changed_by: PersonId | null
  }
  year_template_line: {
    /** A word of the built-in template, or an id. */
    id: string
    school_id: SchoolId
    position: number
    kind: string
    title: string
    note: string
    /** 'start', 'end', or the number of a month. */
    anchor: string
    week: number
    weekday: number
    days: number
  }
  /** Another day for looking back at a track, laid before whose track it is. */
  year_proposal: {
    id: Id<'year-proposal'>
    school_id: SchoolId
    plan_id: PlanId
    entry_id: EntryId
    occasion: string
    from_day: Day
    to_day: Day
    proposed_at: Moment
    proposed_by: PersonId | null
    answer: string | null
    /** The day that it became. */
    became: Day | null
    answered_at: Moment | null
    answered_by: PersonId | null
  }
}
