import type { Day, Moment } from '../kernel/day.ts'
import type { AskedId, EntryId, PersonId, PlanId, QuestionId, SchoolId } from '../kernel/id.ts'

/** Rows of the tables of step 0020-questions. */
export type QuestionTables = {
  question: {
    id: QuestionId
    school_id: SchoolId
    asker_id: PersonId
    /** 'group', 'lesson', 'pupil' or 'else'. */
    about: string
    text: string
    text_revision: number
    /** Where it stands on the ladder now: 1, 2 or 3. */
    rung: number
    /** When it last came to that rung, or was opened again. */
    rung_at: Moment
    /** Since when it is too heavy: the coordinators read it too. */
    heavy_at: Moment | null
    topic: string | null
    /** When a person confirmed the topic, and who. */
    topic_at: Moment | null
    topic_by: PersonId | null
    /** The asker's own track that it is tied to. */
    plan_id: PlanId | null
    entry_id: EntryId | null
    asked_at: Moment
    /** When somebody else first read it: until then the asker can throw it away. */
    read_at: Moment | null
    closed_at: Moment | null
    /** On which rung it was solved; null while it runs, and when it closed without. */
    solved_on: number | null
    helped: string
    helped_revision: number
    revision: number
    changed_at: Moment
  }
  /** What was thought of, done and seen on one rung; each text has a revision of its own. */
  question_rung: {
    question_id: QuestionId
    school_id: SchoolId
    rung: number
    began_at: Moment
    idea: string
    idea_revision: number
    did_at: Moment | null
    saw: string
    saw_revision: number
  }
  /** Whom the asker let in. */
  question_reader: {
    question_id: QuestionId
    school_id: SchoolId
    person_id: PersonId
    let_in_at: Moment
  }
  /** A colleague who was asked. */
  question_ask: {
    id: AskedId
    school_id: SchoolId
    question_id: QuestionId
    person_id: PersonId
    asked_at: Moment
    /** 'asked', 'yes', 'no', 'passed' or 'withdrawn'. */
    state: string
    answered_at: Moment | null
    /** Of who said yes: a line, and a moment. */
    words: string
    starts_at: Moment | null
    /** Of who passed it on: whom they named to the asker. */
    proposed_id: PersonId | null
    /** When the asker saw the answer. */
    seen_at: Moment | null
  }
  /** What counts of questions that were erased: no person, no text, no id. */
  question_tally: {
    school_id: SchoolId
    /** The Monday of the week in which they were asked. */
    week: Day
    /** '' when no person confirmed one. */
    topic: string
    /** 0: closed without, or not closed. */
    solved_on: number
    is_closed: number
    number: number
  }
}
