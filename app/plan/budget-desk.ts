import type { Db } from '../db/database.ts'
import type { Actor } from '../session/actor.ts'
import { type Budget, budgetOf } from './budget.ts'
import type { Plan } from './plan.ts'
import type { AtPlan } from './plan-desk.tsx'
import { type Roster, WEEKS_OF_WORK } from './roster.ts'
import { readRoster } from './roster-store.ts'

/** How many weeks of work the school year of a plan has, by who knows the holidays; null: they do not. */
export type ReadWorkWeeks = (db: Db, actor: Actor, plan: Pick<Plan, 'schoolYear'>) => Promise<number | null>

let read: ReadWorkWeeks = async () => null

/** Said once, where the routes are made; the same for every house. */
export function fillWorkWeeks(given: ReadWorkWeeks) {
  read = given
}

/** A roster is a new object as soon as anything in the school changed, its free days too; a plan likewise. */
const known = new WeakMap<Roster, WeakMap<Plan, Budget>>()

/** The hours of a plan as a week of its own school year. */
export async function budgetIn(db: Db, actor: Actor, plan: Plan, roster: Roster): Promise<Budget> {
  const before = known.get(roster)?.get(plan)
  if (before) return before
  const budget = budgetOf(plan, roster, (await read(db, actor, plan)) ?? WEEKS_OF_WORK)
  const shelf = known.get(roster) ?? new WeakMap<Plan, Budget>()
  if (!db.isTransaction) known.set(roster, shelf.set(plan, budget))
  return budget
}

/** The same on a page. */
export async function budgetAt({
  desk: { db },
  reader: { actor },
  plan,
}: Pick<AtPlan, 'desk' | 'reader' | 'plan'>): Promise<Budget> {
  return budgetIn(db, actor, plan, await readRoster(db, actor))
}
