import type { Db } from '../db/database.ts'
import type { Entry } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import type { Actor } from '../session/actor.ts'
import { type Asked, askedOf, isLookingBack, stillWritten } from './asked.ts'
import { readEvaluations } from './evaluation-store.ts'
import { readTeamLooks } from './team-look-store.ts'

/** What looking back on this plan still asks of who asks; [] outside the evaluation phases. */
export async function askedToLookBack(db: Db, actor: Actor, plan: Plan): Promise<Asked[]> {
  return isLookingBack(plan) ? askedOf(actor, await looked(db, actor, plan)) : []
}

/** What of the whole team is still being written, and what of it waits for this actor. */
export async function gathering(
  db: Db,
  actor: Actor,
  plan: Plan,
): Promise<{ readonly mine: Asked[]; readonly team: Entry[] }> {
  const all = await looked(db, actor, plan)
  return { mine: askedOf(actor, all), team: stillWritten(all) }
}

const looked = async (db: Db, actor: Actor, plan: Plan) => ({
  plan,
  evaluations: await readEvaluations(db, actor, plan),
  looks: await readTeamLooks(db, actor, plan),
})
