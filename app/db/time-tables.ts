import type { Day, Moment } from '../kernel/day.ts'
import type { EntryId, PersonId, PlanId, SchoolId, TimeEntryId, TimeShareId } from '../kernel/id.ts'

/** Rows of the tables of step 0016-time. */
export type TimeTables = {
  /** One piece of a coordinator's own time: never a title or a name. */
  time_entry: {
    id: TimeEntryId
    school_id: SchoolId
    person_id: PersonId
    /** 'entry', 'question', 'care', 'ad-hoc' or 'other'. */
    what: string
    entry_id: EntryId | null
    /** The kind of what came between. */
    ad_hoc: string | null
    on_day: Day
    started_at: Moment | null
    minutes: number
    aim: string | null
    /** With commas; '' for none. */
    domains: string
    source: string
    /** The form that it was sent with: sent twice it counts once. */
    once_key: string
    made_at: Moment
  }
  /** What its owner is doing now, until it is done. */
  time_running: {
    person_id: PersonId
    school_id: SchoolId
    what: string
    entry_id: EntryId | null
    ad_hoc: string | null
    started_at: Moment
  }
  /** What a coordinator shared of the own time: proportions in words, never minutes. Withdrawn: the row is gone. */
  time_share: {
    id: TimeShareId
    school_id: SchoolId
    person_id: PersonId
    plan_id: PlanId
    from_day: Day
    until_day: Day
    /** The aim of the plan when it was shared, in whole percent. */
    aim: number | null
    /** JSON: shares by the names of their words. */
    figures: string
    /** 'team', or 'look-back': once the plan is looked back at. */
    audience: string
    shared_at: Moment
  }
}
