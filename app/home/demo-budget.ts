import type { PlanId } from '../kernel/id.ts'
import { writeAim, writeWeekHours } from '../plan/aim-store.ts'
import { entriesOf, type Plan } from '../plan/plan.ts'
import { readPlan } from '../plan/plan-store.ts'
import { tieEntry } from '../plan/tie-store.ts'
import type { Seed } from './demo-plan.ts'

/** Two thirds, last year and this year again. */
const AIM = 67

/** Hours in the year that each goal asks of Karin, in the order of the plan; the last one asks nothing. */
const GOAL_HOURS = [105, 45, 80, 40, 85, 20, 16] as const

/** What the team agreed on for preventing: before it decides on the plan. */
export const seedAim = async (seed: Seed, planId: PlanId) =>
  taken(await writeAim(seed.tx, seed.keeper, await reread(seed, planId), AIM))

/** Karin's week as the plan asks it: hours with the goals, care, and room for what comes; it just fits. */
export async function seedBudget(seed: Seed, planId: PlanId): Promise<void> {
  const plan = await reread(seed, planId)
  const goals = entriesOf(plan, 'general-goal', 'team-goal')
  for (const [place, coordinatorHours] of GOAL_HOURS.entries()) {
    const goal = goals[place]
    if (goal) taken(await tieEntry(seed.tx, seed.keeper, plan, goal, { coordinatorHours }))
  }
  taken(await writeWeekHours(seed.tx, seed.keeper, plan, { careHours: 8, roomHours: 5 }))
  await seedAim(seed, planId)
}

async function reread({ tx, keeper }: Seed, planId: PlanId): Promise<Plan> {
  const plan = await readPlan(tx, keeper, planId)
  if (!plan) throw new Error('the demo plan is missing')
  return plan
}

/** The seed never refuses: if it does, the seed is wrong. */
function taken(refused: { readonly refused: string } | null) {
  if (refused) throw new Error(`the seed of the demo was refused: ${refused.refused}`)
}
