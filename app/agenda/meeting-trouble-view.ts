import type { Language } from '../kernel/language.ts'
import type { PlanningNo } from '../meeting/meeting-plan.ts'
import { type MeetingForm, oneOf } from './meetings-form.ts'
import { meetingsText } from './meetings-text.ts'

/** A form of preparing a meeting that could not be taken: why, and what was typed. */
export type Trouble = {
  readonly no: PlanningNo
  readonly typed: MeetingForm
  /** Which of the forms on the page. */
  readonly form: string
}

/** The sentence for every way in which preparing says no. */
export const planningSentence = (no: PlanningNo, language: Language): string =>
  no.refused === 'may-not'
    ? meetingsText(language).because[no.because]
    : meetingsText(language).refusal[no.refused]

const fieldOf = (no: PlanningNo) => ('field' in no ? (no.field ?? null) : null)

/** The sentence beside a field, when the refusal is about that field. */
export const besideOf = (trouble: Trouble | null, field: string, language: Language) =>
  trouble && fieldOf(trouble.no) === field ? planningSentence(trouble.no, language) : null

/** What was typed in a field that could not be taken. */
export const typedIn = (trouble: Trouble | null, field: string): string | null =>
  trouble && trouble.typed[field] !== undefined ? oneOf(trouble.typed, field) : null
