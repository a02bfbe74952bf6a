import type { Day, Moment } from '../kernel/day.ts'
import type {
  AnswerId,
  AppointmentId,
  EntryId,
  Id,
  PersonId,
  PlanId,
  QuestionId,
  SchoolId,
  SmallAskId,
  StepId,
} from '../kernel/id.ts'

/** Rows of the tables of step 0022-tray. */
export type TrayTables = {
  /** What a coordinator answered to a question: an offer, never an end of it. */
  question_answer: {
    id: AnswerId
    school_id: SchoolId
    question_id: QuestionId
    by_id: PersonId
    /** 'yours', 'ask', 'track' or 'come'. */
    kind: string
    words: string
    /** Which friendly sentence was filled in, so that the next one is another. */
    variant: string
    /** What the team agreed, as it stood in the plan when it was sent along, and where. */
    agreed_words: string | null
    agreed_href: string | null
    /** Of 'ask': who is proposed. */
    colleague_id: PersonId | null
    /** Of 'track': the step that is proposed, and what the asker made of it. */
    plan_id: PlanId | null
    entry_id: EntryId | null
    step_what: string | null
    step_taken_at: Moment | null
    step_id: StepId | null
    /** Of 'come'. */
    appointment_id: AppointmentId | null
    answered_at: Moment
    /** 'taken', 'thanks' or 'not-yet'. */
    reply: string | null
    reply_words: string
    replied_at: Moment | null
    taken_back_at: Moment | null
  }
  /** Which coordinator takes a question up; gone with the answer. */
  question_take: {
    question_id: QuestionId
    school_id: SchoolId
    person_id: PersonId
    taken_at: Moment
  }
  /** Two alike questions that a coordinator answers together; names are told once both askers said yes. */
  question_join: {
    id: Id<'question-join'>
    school_id: SchoolId
    one_id: QuestionId
    other_id: QuestionId
    by_id: PersonId
    joined_at: Moment
    /** 'yes' or 'no' of each asker. */
    one_said: string | null
    other_said: string | null
    ended_at: Moment | null
  }
  /** A small ask that a coordinator wrote down: never a name, never a text. For its owner's eyes alone. */
  small_ask: {
    id: SmallAskId
    school_id: SchoolId
    person_id: PersonId
    kind: string
    answer: string
    on_day: Day
    made_at: Moment
    once_key: string
  }
}
