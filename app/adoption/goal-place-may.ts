import type { PlanLine } from '../plan/plan.ts'
import { mayAmendGoals, mayArrange } from '../plan/plan-may.ts'
import type { Actor } from '../session/actor.ts'
import type { GoalPlace } from './goal-place.ts'

/** Writing in a plan is for who holds its pen; proposing a goal in an adopted one for everybody of the team. */
export function mayMakeGoal(actor: Actor, plans: readonly PlanLine[], { planId, kind }: GoalPlace): boolean {
  const plan = plans.find(({ id }) => id === planId)
  return plan !== undefined && (kind === 'draft' ? mayArrange(actor, plan) : mayAmendGoals(actor, plan)).may
}
