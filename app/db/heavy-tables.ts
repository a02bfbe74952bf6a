import type { Moment } from '../kernel/day.ts'
import type { Id, PersonId, QuestionId, SchoolId } from '../kernel/id.ts'

/** The row of 'Het is nu te zwaar', of step 0020-questions: who asks somebody to come, and who comes. Never why. */
export type HeavyTables = {
  heavy_call: {
    id: Id<'heavy-call'>
    school_id: SchoolId
    person_id: PersonId
    question_id: QuestionId | null
    called_at: Moment
    seen_by: PersonId | null
    seen_at: Moment | null
    coming_by: PersonId | null
    /** Null with `coming_by`: now. */
    coming_at: Moment | null
    coming_said_at: Moment | null
    handed_to: PersonId | null
    /** Null with `handed_to`: no coordinator was in school, and the asker chose so. */
    handed_by: PersonId | null
    handed_at: Moment | null
    handed_answer: string | null
    ended_at: Moment | null
    ended_by: PersonId | null
    ended_how: string | null
    revision: number
  }
}
