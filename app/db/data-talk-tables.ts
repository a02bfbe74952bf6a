import type { Moment } from '../kernel/day.ts'
import type {
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

/** Rows of the tables of step 0031-data-talk. */
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
    /** What kind of line; 'tied': no line, but an ambition that went along to the goal (`talk-tied-store`). */
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
}
