import type { Db } from '../db/database.ts'
import type { Plan } from '../plan/plan.ts'
import { readPlan } from '../plan/plan-store.ts'
import type { Actor } from '../session/actor.ts'
import { type ContentBefore, contentCarried, contentOfState } from './content-before.ts'
import { readSealedEntries, readVersions } from './seal-store.ts'
import { stateOfSealed } from './sealed-state.ts'

/**
 * With what a text that is put to the team can be compared: the newest sealed version of this plan, else what was
 * carried over from the plan of the year before. Null: neither is there.
 */
export async function readContentBefore(db: Db, actor: Actor, plan: Plan): Promise<ContentBefore | null> {
  const [latest] = await readVersions(db, actor, plan.id)
  if (latest) {
    const entries = await readSealedEntries(db, actor, latest.id)
    const content = contentOfState(stateOfSealed(latest.frame, entries, plan.entries))
    return { content, sealed: latest, schoolYear: plan.schoolYear }
  }
  const previous = plan.previousPlanId && (await readPlan(db, actor, plan.previousPlanId))
  if (!previous) return null
  return { content: contentCarried(plan, previous), sealed: null, schoolYear: previous.schoolYear }
}
