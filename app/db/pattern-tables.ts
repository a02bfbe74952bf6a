import type { Moment } from '../kernel/day.ts'
import type {
  AmendmentId,
  EntryId,
  MeetingId,
  PatternId,
  PlanId,
  QuestionId,
  SchoolId,
} from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'

/** Rows of the tables of step 0023-patterns. */
export type PatternTables = {
  /** What was done with a topic that came back in a term; no row: nothing yet. */
  pattern: {
    id: PatternId
    school_id: SchoolId
    /** The key of a built-in topic, or the id of one of the school. */
    topic: string
    school_year: SchoolYear
    /** 1, 2 or 3: the part of the school year. */
    term: number
    changed_at: Moment
    /** Let rest for this term. */
    dismissed_at: Moment | null
    /** Kept for the next plan that is written. */
    kept_at: Moment | null
    /** The meeting on whose agenda it was put last. */
    meeting_id: MeetingId | null
    /** The team goal that came of it: in a plan being written, or as an amendment of one that is adopted. */
    plan_id: PlanId | null
    entry_id: EntryId | null
    amendment_id: AmendmentId | null
    goal_at: Moment | null
  }
  /** Whether the sentence of a question may stand with its pattern: its asker says so. */
  pattern_text: {
    question_id: QuestionId
    school_id: SchoolId
    pattern_id: PatternId
    asked_at: Moment
    /** 'yes' or 'no'; null: not answered, which is a no without a word. */
    answer: string | null
    answered_at: Moment | null
    /** Of the sentence to which was said yes. */
    text_revision: number | null
  }
}
