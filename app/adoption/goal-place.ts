import type { AmendmentId, EntryId, PlanId } from '../kernel/id.ts'
import { nextYear, type SchoolYear } from '../kernel/school-year.ts'
import { isOpen, type PlanLine, takesAmendments } from '../plan/plan.ts'

/** Where a team goal can go: as a draft in a plan that is written, or as an amendment of the one that is adopted. */
export type GoalPlace = {
  readonly kind: 'draft' | 'amendment'
  readonly planId: PlanId
  readonly year: SchoolYear
}

/**
 * The places for a goal, the nearest first: this year's plan, then next year's when it is written already. None: the plan
 * lies before the team, is closed, or is not there; then it can be kept for the next one, and talked about.
 */
export function goalPlaces(plans: readonly PlanLine[], thisYear: SchoolYear): GoalPlace[] {
  return [thisYear, nextYear(thisYear)].flatMap((year): GoalPlace[] => {
    const plan = plans.find((one) => one.schoolYear === year)
    if (!plan) return []
    if (isOpen(plan.phase)) return [{ kind: 'draft', planId: plan.id, year }]
    return takesAmendments(plan.phase) ? [{ kind: 'amendment', planId: plan.id, year }] : []
  })
}

/** A goal that was made from elsewhere: in a plan that is written, or as an amendment that proposes it. */
export type MadeGoal = {
  readonly planId: PlanId
  readonly entryId: EntryId | null
  readonly amendmentId: AmendmentId | null
}

/** Where a goal that was made stands: its card in the plan, or the amendment that proposes it. */
export const goalHref = ({ planId, entryId, amendmentId }: MadeGoal) =>
  entryId ? `/plan/${planId}?shown=${entryId}#e-${entryId}` : `/plan/${planId}/amendment/${amendmentId}`
