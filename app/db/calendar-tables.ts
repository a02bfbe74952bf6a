import type { Day, Moment } from '../kernel/day.ts'
import type { CalendarFeedId, ImportId, PersonId, SchoolId, YearItemId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'

/** Rows of the tables of step 0015-calendar. */
export type CalendarTables = {
  /** An address at which a calendar program reads; only the hash of what stands in it is kept. */
  calendar_feed: {
    id: CalendarFeedId
    school_id: SchoolId
    person_id: PersonId
    /** 'own' or 'team'. */
    kind: string
    token_hash: string
    made_at: Moment
    /** The last day on which a program read it. */
    seen_on: Day | null
  }
  /** When something is, as the calendar behind an address was told; without a word of what it is. */
  calendar_told: {
    feed_id: CalendarFeedId
    uid: string
    school_id: SchoolId
    sequence: number
    /** A hash of what was told. */
    print: string
    from_day: Day
    to_day: Day
    starts_at: Moment | null
    ends_at: Moment | null
    changed_at: Moment
    /** Since when it does not go on. */
    gone_at: Moment | null
  }
  /** A calendar file that was taken into the year circle. */
  calendar_import: {
    id: ImportId
    school_id: SchoolId
    school_year: SchoolYear
    name: string
    taken_at: Moment
    taken_by: PersonId | null
  }
  /** What came of one event of it. */
  calendar_taken: {
    import_id: ImportId
    event_key: string
    school_id: SchoolId
    item_id: YearItemId | null
    free_key: string | null
    /** What the school had given for these free days before, as JSON; null: nothing. */
    was: string | null
  }
}
