import type { Day, Moment } from '../kernel/day.ts'
import type {
  ActionId,
  DecisionId,
  EntryId,
  MeetingId,
  MeetingItemId,
  PersonId,
  SchoolId,
  VersionId,
} from '../kernel/id.ts'

/** Rows of the tables of step 0010-minutes. */
export type MinutesTables = {
  /** There as soon as the minutes of a meeting lie before the team. */
  minutes_put: {
    meeting_id: MeetingId
    school_id: SchoolId
    put_at: Moment
    put_by: PersonId
    /** The notes as they lay before the team, by owner, as JSON: what came later is told apart. */
    notes: string
  }
  meeting_action: {
    id: ActionId
    school_id: SchoolId
    meeting_id: MeetingId
    item_id: MeetingItemId | null
    owner_id: PersonId
    what: string
    due_on: Day | null
    added_at: Moment
    added_by: PersonId
    done_at: Moment | null
    done_by: PersonId | null
  }
  /** Minutes as they were confirmed; `frame` is all but the items, as canonical JSON. */
  minutes_sealed: {
    meeting_id: MeetingId
    school_id: SchoolId
    frame: string
    sha256: string
    sealed_at: Moment
    sealed_by: PersonId
    /** The meeting that confirmed them. */
    confirmed_in: MeetingId
    /** Where the team confirmed them by consent. */
    decision_id: DecisionId | null
  }
  minutes_sealed_item: {
    meeting_id: MeetingId
    item_id: MeetingItemId
    school_id: SchoolId
    position: number
    /** The teacher's track whose text stands in it. */
    track_id: EntryId | null
    /** Null once it was erased. */
    content: string | null
    sha256: string
    erased_at: Moment | null
    erased_by: PersonId | null
    erased_why: string | null
  }
  minutes_correction: {
    meeting_id: MeetingId
    number: number
    school_id: SchoolId
    item_id: MeetingItemId | null
    what: string
    why: string
    signed_at: Moment
    signed_by: PersonId
    /** The name with which it was signed. */
    signed_name: string
    /** Over this correction, the minutes and the correction before it. */
    sha256: string
  }
  version_read: { version_id: VersionId; person_id: PersonId; school_id: SchoolId; read_at: Moment }
}
