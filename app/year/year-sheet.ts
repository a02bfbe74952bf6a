import type { Day } from '../kernel/day.ts'
import type { Language, Terms } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import type { Actor } from '../session/actor.ts'
import type { FreeDays } from './free-days.ts'
import type { DayProposal } from './proposal.ts'
import type { Trouble } from './trouble.ts'
import type { YearMoment } from './year.ts'
import { mayMoveEvaluation, mayPlanYear, mayProposeDay } from './year-may.ts'

/**
 * What this reader can do with a moment: move it; propose another day to whose it is; go to the meeting in which it is
 * planned; nothing.
 */
export type MomentAct = 'move' | 'propose' | 'elsewhere' | null

/** Everything that the pages of a year show to one reader. */
export type YearSheet = {
  readonly schoolYear: SchoolYear
  readonly today: Day
  readonly moments: readonly YearMoment[]
  readonly free: FreeDays
  readonly troubles: readonly Trouble[]
  /** By the uid of a moment. */
  readonly acts: ReadonlyMap<string, MomentAct>
  /** What lies open, of which the reader is one of the two. */
  readonly proposals: readonly DayProposal[]
  /** How many of them wait for this reader. */
  readonly waiting: number
  readonly mayPlan: boolean
  readonly hasDates: boolean
  readonly language: Language
  readonly terms: Terms
}

/** What this actor can do with each moment. */
export function actsOn(
  moments: readonly YearMoment[],
  actor: Actor,
  plan: Plan | null,
): ReadonlyMap<string, MomentAct> {
  const plans = mayPlanYear(actor).may
  return new Map(moments.map((one) => [one.uid, actOn(one, actor, plan, plans)]))
}

function actOn({ source }: YearMoment, actor: Actor, plan: Plan | null, plans: boolean): MomentAct {
  if (source.kind === 'item') return plans ? 'move' : null
  if (source.kind === 'meeting') return 'elsewhere'
  if (source.kind === 'plan' || plan?.id !== source.planId) return null
  const entry = entryOf(plan, source.entryId)
  if (!entry) return null
  if (mayMoveEvaluation(actor, plan, entry).may) return 'move'
  return mayProposeDay(actor, plan, entry).may ? 'propose' : null
}

export const actOf = ({ acts }: Pick<YearSheet, 'acts'>, { uid }: Pick<YearMoment, 'uid'>): MomentAct =>
  acts.get(uid) ?? null
