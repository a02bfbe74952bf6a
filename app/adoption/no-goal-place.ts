import { nextYear, type SchoolYear } from '../kernel/school-year.ts'
import type { PlanLine } from '../plan/plan.ts'
import { goalPlaces } from './goal-place.ts'

/** Why no plan takes a goal now: none is there, the team decides on it, it is looked back on, or it is closed. */
export type NoGoalPlace =
  | { readonly because: 'no-plan'; readonly year: SchoolYear }
  | {
      readonly because: 'in-decision' | 'looking-back' | 'archived'
      readonly plan: Pick<PlanLine, 'id' | 'schoolYear'>
      /** The year that a plan can be begun for; null: there is one. */
      readonly year: SchoolYear | null
    }

/** Null: there is a place for a goal. */
export function noGoalPlace(plans: readonly PlanLine[], thisYear: SchoolYear): NoGoalPlace | null {
  if (goalPlaces(plans, thisYear).length > 0) return null
  const planOf = (year: SchoolYear) => plans.find(({ schoolYear }) => schoolYear === year)
  const [now, next] = [planOf(thisYear), planOf(nextYear(thisYear))]
  const [plan] = [now, next].filter((one) => one !== undefined)
  if (!plan) return { because: 'no-plan', year: thisYear }
  const waiting = [now, next].find((one) => one?.phase === 'decision')
  const free = now === undefined ? thisYear : next === undefined ? nextYear(thisYear) : null
  if (waiting) return { because: 'in-decision', plan: waiting, year: null }
  return { because: plan.phase === 'archived' ? 'archived' : 'looking-back', plan, year: free }
}
