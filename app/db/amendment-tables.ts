import type { Moment } from '../kernel/day.ts'
import type { AmendmentId, DecisionId, PersonId, PlanId, SchoolId } from '../kernel/id.ts'

/** Rows of the tables of step 0005-amendments. */
export type AmendmentTables = {
  amendment: {
    id: AmendmentId
    school_id: SchoolId
    plan_id: PlanId
    /** A change of something in the plan, something new, or something that goes out. */
    kind: string
    /** The kind of entry, or 'principle'. */
    about: string
    /** The entry or principle; null for something new until it is in the plan. */
    subject_id: string | null
    why: string
    /** The agreed texts from which it starts, as JSON: field to text. */
    base: string
    /** Days and vision lines of a goal, as JSON; null where they stay as they are. */
    ties: string | null
    made_at: Moment
    made_by: PersonId | null
    decision_id: DecisionId | null
    /** The principal was asked to agree in the coordinator's place. */
    stand_in_why: string | null
    stand_in_at: Moment | null
    stand_in_by: PersonId | null
    ended: string | null
    ended_at: Moment | null
    ended_by: PersonId | null
    ended_words: string | null
    /** The version that sealed it. */
    version_number: string | null
  }
  amendment_yes: {
    amendment_id: AmendmentId
    school_id: SchoolId
    person_id: PersonId
    side: string
    /** Fingerprint of the text to which was said yes: another text, no yes. */
    text_print: string
    said_at: Moment
  }
}
