import { readVersions } from '../adoption/seal-store.ts'
import type { Db } from '../db/database.ts'
import type { PlanId } from '../kernel/id.ts'
import type { PreventiveAim } from '../plan/aim.ts'
import type { Plan } from '../plan/plan.ts'
import type { Actor } from '../session/actor.ts'

const known = new WeakMap<Plan, PreventiveAim | null>()

/**
 * What the team agreed on for preventing, as it was sealed: of this plan, or as long as that is not adopted of the plan
 * of the year before. What is being written is no agreement yet. Sealing raises the plan's revision, so with one plan
 * as it was read it is asked once.
 */
export async function agreedAim(db: Db, actor: Actor, plan: Plan): Promise<PreventiveAim | null> {
  const before = known.get(plan)
  if (before !== undefined) return before
  const sealed = await sealedAim(db, actor, plan.id)
  const aim = sealed ?? (plan.previousPlanId ? await sealedAim(db, actor, plan.previousPlanId) : null)
  known.set(plan, aim?.aim ?? null)
  return aim?.aim ?? null
}

/** Of the newest sealed version; null: there is none. */
async function sealedAim(db: Db, actor: Actor, id: PlanId) {
  const [newest] = await readVersions(db, actor, id)
  if (!newest) return null
  const { preventiveAim } = JSON.parse(newest.frame) as { readonly preventiveAim?: number }
  return { aim: preventiveAim ?? null }
}
