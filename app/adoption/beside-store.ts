import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { EntryId, PlanId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import { isAdopted, type Plan } from '../plan/plan.ts'
import { readPlan, tellMoved, touchPlan } from '../plan/plan-store.ts'
import type { Roster } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Actor } from '../session/actor.ts'
import type { AdoptionNo } from './adoption-no.ts'
import { changedSince, type Version } from './seal.ts'
import { readSealedEntries, readVersions, sealedEntries, sealVersion } from './seal-store.ts'

/** What changed in an adopted plan since its newest version; empty where there is none, or while it is written anew. */
export async function readChangedSince(
  db: Db,
  actor: Actor,
  plan: Plan,
  roster: Roster,
  latest: Version | null,
): Promise<EntryId[]> {
  if (latest === null || !isAdopted(plan.phase)) return []
  return changedSince(await readSealedEntries(db, actor, latest.id), sealedEntries(plan, roster))
}

/** Lays a version beside the last one with what its owners changed in tracks since; the team's decision stays as it is. */
export function sealBeside(
  db: Db,
  actor: Actor,
  id: PlanId,
  schoolName: string,
  now: Moment,
): Promise<Version | AdoptionNo> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(id)
    const plan = await readPlan(tx, actor, id)
    if (plan === null) return refuse('item-unknown')
    const roster = await readRoster(tx, actor)
    const [latest = null] = await readVersions(tx, actor, id)
    const changed = await readChangedSince(tx, actor, plan, roster, latest)
    if (latest === null || changed.length === 0) return refuse('nothing-changed')
    const of = { kind: 'beside', record: latest.record } as const
    const version = await sealVersion(sql, actor, { plan, roster }, of, schoolName, now)
    await touchPlan(sql, actor, plan)
    tellMoved(tx, actor, id)
    return version
  })
}
