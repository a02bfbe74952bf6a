import { readAllAmendments } from '../adoption/amendment-store.ts'
import type { Db } from '../db/database.ts'
import type { AmbitionId, EntryId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { readPlan } from '../plan/plan-store.ts'
import type { Actor } from '../session/actor.ts'
import type { Ambition, AmbitionGiven, AmbitionTie } from './ambition.ts'
import type { AmbitionNo } from './ambition-may.ts'
import { ambitionsOf, onAmbition, setColumns } from './ambition-store.ts'

/**
 * Says of which goal or learning team's track an ambition is, or (null) of none. The track of one teacher is refused:
 * a figure over a group is nobody's own.
 */
export const tieAmbition = (
  db: Db,
  actor: Actor,
  id: AmbitionId,
  tie: AmbitionTie | null,
): Promise<'done' | AmbitionNo> =>
  onAmbition<'done'>(db, actor, id, async ({ sql, tx, ambition }) => {
    if (tie !== null && !(await isThere(tx, actor, tie))) return refuse('tie-odd', 'goal')
    const columns = {
      plan_id: tie?.planId ?? null,
      entry_id: tie?.entryId ?? null,
      amendment_id: tie?.amendmentId ?? null,
    }
    await setColumns(sql, actor, id, { ...columns, revision: ambition.revision + 1 })
    return 'done'
  })

async function isThere(
  tx: Db,
  actor: Actor,
  { planId, entryId, amendmentId }: AmbitionTie,
): Promise<boolean> {
  const plan = await readPlan(tx, actor, planId)
  if (plan === null || plan.phase === 'archived') return false
  if (entryId !== null) {
    const kind = entryOf(plan, entryId)?.kind
    return kind !== undefined && kind !== 'teacher-track'
  }
  const amendment = (await readAllAmendments(tx, actor, plan)).find((one) => one.id === amendmentId)
  return amendment !== undefined && amendment.about !== 'teacher-track' && amendment.about !== 'principle'
}

/** Whether the data talk that an ambition came from is still kept: it can be thrown away, and goes at its term. */
export const isTalkKept = async (
  db: Db,
  { schoolId }: Actor,
  { talkId }: Pick<AmbitionGiven, 'talkId'>,
): Promise<boolean> =>
  talkId !== null &&
  (await db.read({ schoolId }, (sql) =>
    sql
      .selectFrom('data_talk')
      .select('id')
      .where('id', '=', talkId)
      .where('school_id', '=', schoolId)
      .executeTakeFirst(),
  )) !== undefined

/** More plans back than an ambition can look ahead are not read. */
const MOST_BACK = 6

/**
 * The ambitions of each goal and track of a plan: tied to it here, through an amendment that became it, or to what it was
 * in the plan that it was carried over from. Those that were let go are left out.
 */
export async function ambitionsInPlan(
  db: Db,
  actor: Actor,
  plan: Plan,
): Promise<ReadonlyMap<EntryId, readonly Ambition[]>> {
  const tied = (await ambitionsOf(db, actor)).filter(
    ({ tie, ended }) => tie !== null && ended?.how !== 'let-go',
  )
  const found = new Map<EntryId, Ambition[]>()
  const now = new Map<EntryId, EntryId>(plan.entries.map(({ id }) => [id, id]))
  let [here, left]: [Plan | null, readonly Ambition[]] = [plan, tied]
  for (let back = 0; here !== null && left.length > 0 && back <= MOST_BACK; back += 1) {
    const places = await placesIn(db, actor, here, left)
    for (const [ambition, place] of places) {
      const entry = now.get(place)
      if (entry) found.set(entry, [...(found.get(entry) ?? []), ambition])
    }
    const planId: Plan['id'] = here.id
    left = left.filter(({ tie }) => tie?.planId !== planId)
    if (left.length === 0) break
    carryBack(now, here)
    here = here.previousPlanId && (await readPlan(db, actor, here.previousPlanId))
  }
  return found
}

/** To which entry of the plan each of these is tied, when it is one of this plan. */
async function placesIn(db: Db, actor: Actor, plan: Plan, ambitions: readonly Ambition[]) {
  const ours = ambitions.filter(({ tie }) => tie?.planId === plan.id)
  const isWaiting = ours.some(({ tie }) => tie?.entryId === null)
  const amendments = isWaiting ? await readAllAmendments(db, actor, plan) : []
  return ours.flatMap((ambition): (readonly [Ambition, EntryId])[] => {
    const { tie } = ambition
    const became = amendments.find(({ id }) => id === tie?.amendmentId)?.subjectId as
      | EntryId
      | null
      | undefined
    const entry = tie?.entryId ?? became ?? null
    return entry === null ? [] : [[ambition, entry]]
  })
}

/** From what an entry was in the plan before to what it is now. */
function carryBack(now: Map<EntryId, EntryId>, plan: Plan) {
  const before = plan.entries.flatMap(({ id, carriedFrom }): (readonly [EntryId, EntryId])[] => {
    const entry = now.get(id)
    return entry && carriedFrom ? [[carriedFrom, entry]] : []
  })
  now.clear()
  for (const [id, entry] of before) now.set(id, entry)
}
