import type { Moment } from '../kernel/day.ts'
import type {
  AmbitionId,
  AmendmentId,
  DataTalkId,
  EntryId,
  LearningTeamId,
  MeetingId,
  PersonId,
  PlanId,
  SchoolId,
  StepId,
  TalkLineId,
} from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'

/** Rows of the tables of steps 0031-data-talk and 0033-talk-tied. */
export type DataTalkTables = {
  data_talk: {
    id: DataTalkId
    school_id: SchoolId
    /** Null: of the whole team. */
    learning_team_id: LearningTeamId | null
    /** The subject that it is about; '': the three subjects together. */
    subject: string
    school_year: SchoolYear
    begun_at: Moment
    begun_by: PersonId | null
    ended_at: Moment | null
    /** Since when everybody of the school reads it. */
    shared_at: Moment | null
    /** The meeting on whose agenda it was put last. */
    meeting_id: MeetingId | null
    /** The goal or track that came of it: in a plan being written, or as an amendment of one that is adopted. */
    plan_id: PlanId | null
    entry_id: EntryId | null
    amendment_id: AmendmentId | null
    goal_at: Moment | null
    revision: number
    changed_at: Moment
  }
  data_talk_line: {
    id: TalkLineId
    school_id: SchoolId
    talk_id: DataTalkId
    part: string
    /** Of evidence: the cause that it is about. */
    under_id: TalkLineId | null
    /** What was checked against the numbers, as JSON; null: words of people. */
    fact: string | null
    words: string
    /** Null: somebody whose name is no longer kept. */
    author_id: PersonId | null
    written_at: Moment
    changed_at: Moment
    revision: number
    /** The step of the goal that was made of it. */
    step_id: StepId | null
  }
  /** An ambition that went along when the talk came to hang on something in the plan. */
  data_talk_tied: {
    talk_id: DataTalkId
    /** It may be gone by now: an ambition has its own term. */
    ambition_id: AmbitionId
    school_id: SchoolId
    /** Where it hung before; null: on nothing. */
    was_plan_id: PlanId | null
    was_entry_id: EntryId | null
    was_amendment_id: AmendmentId | null
  }
}
