import type { Day, Moment } from '../kernel/day.ts'
import type { Id, PersonId, SchoolId } from '../kernel/id.ts'

/** Where in a passage something stands, as it was when it was said. */
type Place = {
  owner_id: string
  field: string
  scope_id: string
  quote: string
  words_before: string
  words_after: string
}

/** Rows of the tables of step 0003-conversation. */
export type ConversationTables = {
  comment_thread: Place & {
    id: Id<'comment-thread'>
    school_id: SchoolId
    opened_at: Moment
    opened_by: PersonId | null
    resolved_at: Moment | null
    resolved_by: PersonId | null
  }
  comment: {
    id: Id<'comment'>
    school_id: SchoolId
    thread_id: Id<'comment-thread'>
    text: string
    written_at: Moment
    written_by: PersonId | null
    changed_at: Moment | null
    withdrawn_at: Moment | null
  }
  /** Up to which comment somebody has read a thread. */
  comment_seen: {
    thread_id: Id<'comment-thread'>
    person_id: PersonId
    school_id: SchoolId
    comment_id: Id<'comment'>
  }
  suggestion: Place & {
    id: Id<'suggestion'>
    school_id: SchoolId
    /** Of the passage, on which it was made. */
    revision: number
    replacement: string
    reason: string | null
    made_by: PersonId | null
    made_at: Moment
    outcome: string | null
    answered_at: Moment | null
    answered_by: PersonId | null
    answer: string | null
  }
  /** What somebody was told by mail of what waits: keys in JSON; `off_at`: wants no such mail. */
  digest: {
    person_id: PersonId
    school_id: SchoolId
    off_at: Moment | null
    told: string
    told_on: Day | null
  }
}
