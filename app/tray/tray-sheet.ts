import type { PersonId } from '../kernel/id.ts'
import type { Question } from '../question/question.ts'
import type { Slot } from '../visit/offer.ts'
import type { StepPlace, TeamAgreement } from './agreement.ts'
import type { AnswerKind } from './answer.ts'
import type { AnswerChoices } from './answer-form.ts'
import type { Facts } from './sentence.ts'
import type { Lying } from './tray.ts'

/** The address of the tray, and of the page of small asks. */
export const TRAY = '/questions/tray'
export const SMALL = '/questions/tray/small'

/** What was sent and not taken, to be shown again with why. */
export type TrayTried = {
  readonly act: string
  readonly values: Readonly<Record<string, string | undefined>>
  readonly field: string | null
  readonly says: string
}

export type Proposable = {
  readonly id: PersonId
  readonly name: string
  /** Why, in words; null: found by name alone. */
  readonly because: string | null
}

/** Everything of which an answer to one question is made. */
export type AnswerSheet = {
  readonly lying: Lying
  readonly name: string
  readonly facts: Facts
  /** Who is offered with a reason first, then everybody else who can be named. */
  readonly colleagues: readonly Proposable[]
  readonly places: readonly StepPlace[]
  readonly agreements: readonly TeamAgreement[]
  readonly fits: string | null
  /** Free turns of the own office hours. */
  readonly turns: readonly Slot[]
  readonly step: string
  readonly likely: AnswerKind
  readonly ready: AnswerChoices['ready']
  /** The other question, when two are answered together. */
  readonly other: Question | null
  /** With which questions it could be laid together, those of the same topic first; null: not asked for. */
  readonly joinable: readonly Question[] | null
}
