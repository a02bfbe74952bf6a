import type { Moment } from '../kernel/day.ts'
import type { PersonId, SchoolId, TopicId } from '../kernel/id.ts'

/** Rows of the tables of step 0019-topics. */
export type TopicTables = {
  /** A topic of the school's own, or one that is built in and was put away. */
  topic: {
    id: TopicId
    school_id: SchoolId
    /** The key of the built-in topic that this row is about; null for one of the school. */
    built_in: string | null
    name: string
    added_at: Moment
    added_by: PersonId | null
    retired_at: Moment | null
  }
}
