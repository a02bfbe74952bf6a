import type { Moment } from '../kernel/day.ts'
import type { Id, PersonId } from '../kernel/id.ts'

export const LOOSE_ENDS = [
  'goal-hangs-on-nothing',
  'track-hangs-on-nothing',
  'line-carries-nothing',
  'no-approach',
  'no-executor',
  'no-evaluation-day',
  'day-outside-year',
  'person-without-track',
  'learning-team-without-track',
  'track-of-nobody',
  'text-not-agreed',
  'too-many-principles',
  'hours-above-budget',
] as const
export type LooseEndKind = (typeof LOOSE_ENDS)[number]

/** Somebody let it loose on purpose, with a reason. */
export type LetLoose = {
  readonly id: Id<'let-loose'>
  readonly kind: LooseEndKind
  readonly subjectId: string
  readonly reason: string
  readonly at: Moment
  readonly by: PersonId
}
