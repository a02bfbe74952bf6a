import type { Moment } from '../kernel/day.ts'
import type { PlanId, TeamLookId } from '../kernel/id.ts'
import type { Passage } from '../writing/passage.ts'
import type { Time } from './evaluation.ts'

/**
 * What belongs to nobody's goal or track: what team and coordinator had of each other, whether the plan helped us, under
 * which conditions it had to be done, and what the principal answers to that. In words; there is no score.
 */
export const LOOK_FIELDS = ['coordinatorPart', 'planItself', 'conditions', 'conditionsAnswer'] as const
export type LookField = (typeof LOOK_FIELDS)[number]
export const isLookField = (value: unknown): value is LookField => LOOK_FIELDS.includes(value as LookField)

/** What the team says together of a plan, half-way or at the end. */
export type TeamLook = {
  readonly id: TeamLookId
  readonly planId: PlanId
  readonly time: Time
  readonly texts: Partial<Record<LookField, Passage>>
  /** Since when the conditions lie before the principal. */
  readonly notedAt: Moment | null
}

export const lookText = (look: TeamLook | null | undefined, field: LookField) =>
  look?.texts[field]?.text ?? ''

export const lookAt = (looks: readonly TeamLook[], time: Time) =>
  looks.find((look) => look.time === time) ?? null

/** What the team decided for next year of something that is no goal or track. */
export const CHOICES_OF = { principle: ['keep', 'drop'], theme: ['goal'] } as const
export type ChoiceKind = keyof typeof CHOICES_OF
export type TeamChoice = {
  readonly kind: ChoiceKind
  /** A principle, or a theme of a meeting. */
  readonly subjectId: string
  readonly choice: 'keep' | 'drop' | 'goal'
  /** Of a theme: the words of the goal that it becomes. */
  readonly text: string
}

/** A principle stays unless the team decided to let it go. */
export const isDropped = (choices: readonly TeamChoice[], principleId: string) =>
  choices.some(
    ({ kind, subjectId, choice }) => kind === 'principle' && subjectId === principleId && choice === 'drop',
  )

export const themeGoals = (choices: readonly TeamChoice[]) => choices.filter(({ kind }) => kind === 'theme')

export type TeamLookRefusal = 'no-such-field' | 'choice-unknown' | 'text-missing' | 'stale'
