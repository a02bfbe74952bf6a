import type { House } from '../session/desk.ts'
import { type Budget, budgetOf } from './budget.ts'
import type { AtPlan } from './plan-desk.tsx'
import { WEEKS_OF_WORK } from './roster.ts'
import { readRoster } from './roster-store.ts'

export type AtBudget = Pick<AtPlan, 'desk' | 'reader' | 'plan'>

/** How many weeks of work the school year of a plan has: who knows the holidays says it; filled in `home/`. */
export type FillWorkWeeks = (at: AtBudget) => Promise<number | null>
const fills = new WeakMap<House, FillWorkWeeks>()

/** Said once, where the routes of this house are made. */
export const fillWorkWeeks = (house: House, fill: FillWorkWeeks) => void fills.set(house, fill)

/** The hours of a plan as a week of its own school year. */
export async function budgetAt(at: AtBudget): Promise<Budget> {
  const roster = await readRoster(at.desk.db, at.reader.actor)
  const weeks = (await fills.get(at.desk.house)?.(at)) ?? WEEKS_OF_WORK
  return budgetOf(at.plan, roster, weeks)
}
