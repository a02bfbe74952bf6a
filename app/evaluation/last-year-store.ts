import type { Db } from '../db/database.ts'
import type { EntryId } from '../kernel/id.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { readPlan } from '../plan/plan-store.ts'
import type { Actor } from '../session/actor.ts'
import { type LastYear, lastOf } from './evaluation.ts'
import { readEvaluations } from './evaluation-store.ts'

/** By the id of this year's entry; as far as the actor may read it. */
export async function readLastYear(
  db: Db,
  actor: Actor,
  plan: Plan,
): Promise<ReadonlyMap<EntryId, LastYear>> {
  const found = new Map<EntryId, LastYear>()
  const old =
    plan.previousPlanId && plan.entries.some((entry) => entry.carriedFrom)
      ? await readPlan(db, actor, plan.previousPlanId)
      : null
  if (!old) return found
  const evaluations = await readEvaluations(db, actor, old)
  for (const { id, carriedFrom } of plan.entries) {
    const entry = entryOf(old, carriedFrom)
    const evaluation = entry && lastOf(evaluations, entry.id)
    if (entry && evaluation) found.set(id, { entry, evaluation })
  }
  return found
}
