import type { Moment } from '../kernel/day.ts'
import type { PersonId, PollId, SchoolId } from '../kernel/id.ts'

/** Rows of the tables of step 0008-in-the-room. */
export type RoundTables = {
  /** An unnamed ballot: a random id, no time and no person. */
  ballot: { id: string; school_id: SchoolId; box: string; choice: string }
  /** That somebody voted, apart from what. */
  ballot_given: { box: string; school_id: SchoolId; person_id: PersonId }
  poll: {
    id: PollId
    school_id: SchoolId
    /** The whole to which it belongs (a meeting), and what of it (an item). */
    scope_id: string
    subject_id: string
    kind: string
    question: string
    /** JSON: what can be chosen. */
    options: string
    dots: number
    unnamed: number
    /** JSON: who can answer. */
    voters: string
    opened_at: Moment
    opened_by: PersonId
    closed_at: Moment | null
    closed_by: PersonId | null
    /** JSON: the counts, written at closing. */
    result: string | null
  }
  /** The answers of a named poll; of an unnamed one they are ballots. */
  poll_answer: { poll_id: PollId; school_id: SchoolId; person_id: PersonId; choice: string }
}
