import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { type Entry, isWritten, TEXTS_OF } from './entry.ts'
import { hasTrack } from './entry-store.ts'
import type { Plan } from './plan.ts'
import { isOwner, mayArrange, mayTie } from './plan-may.ts'
import { type PlanNo, unless } from './plan-no.ts'
import { tellMoved, touchPlan } from './plan-store.ts'

/** Takes an entry out of the plan; it can be put back. A track with a text of its owner only by that owner. */
export async function removeEntry(
  db: Db,
  actor: Actor,
  plan: Plan,
  entry: Entry,
  now: Moment,
): Promise<null | PlanNo> {
  const no = unless(mayTie(actor, plan, entry)) ?? unless(mayArrange(actor, plan)) ?? unlessMine(actor, entry)
  if (no) return no
  return setRemoved(db, actor, plan, entry.id, now)
}

const unlessMine = (actor: Actor, entry: Entry): null | PlanNo => {
  const written = TEXTS_OF[entry.kind].some(
    (field) => field !== 'coordinatorEffort' && isWritten(entry, field),
  )
  const holdsAnothersText = entry.kind === 'teacher-track' && entry.personId !== null && written
  return holdsAnothersText && !isOwner(actor, entry)
    ? { refused: 'may-not', because: 'teacher-holds-pen' }
    : null
}

/** Puts back what was removed. */
export async function restoreEntry(db: Db, actor: Actor, plan: Plan, id: EntryId): Promise<null | PlanNo> {
  const no = unless(mayArrange(actor, plan))
  if (no) return no
  return db.write(actor, async (sql, tx) => {
    await tx.hold(plan.id)
    const whose = await sql
      .selectFrom('entry')
      .select(['person_id as personId', 'learning_team_id as learningTeamId'])
      .where('id', '=', id)
      .where('plan_id', '=', plan.id)
      .where('school_id', '=', actor.schoolId)
      .where('removed_at', 'is not', null)
      .executeTakeFirst()
    if (!whose) return null
    if (await hasTrack(sql, plan, whose)) return refuse('has-track-already')
    return setRemoved(tx, actor, plan, id, null)
  })
}

const setRemoved = (db: Db, actor: Actor, plan: Plan, id: EntryId, at: Moment | null) =>
  db.write(actor, async (sql, tx) => {
    tellMoved(tx, actor, plan.id)
    await sql
      .updateTable('entry')
      .set({ removed_at: at, removed_by: at === null ? null : personOf(actor) })
      .where('id', '=', id)
      .where('plan_id', '=', plan.id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    await touchPlan(sql, actor, plan)
    return null
  })

/** Moves an entry one place up or down among its kind. */
export async function moveEntry(
  db: Db,
  actor: Actor,
  plan: Plan,
  entry: Entry,
  direction: 'up' | 'down',
): Promise<null | PlanNo> {
  const no = unless(mayArrange(actor, plan))
  if (no) return no
  const kin = plan.entries.filter((other) => other.kind === entry.kind)
  const neighbour = kin[kin.findIndex((other) => other.id === entry.id) + (direction === 'up' ? -1 : 1)]
  if (!neighbour) return null
  return db.write(actor, async (sql) => {
    for (const [one, position] of [
      [entry, neighbour.position],
      [neighbour, entry.position],
    ] as const) {
      await sql
        .updateTable('entry')
        .set({ position })
        .where('id', '=', one.id)
        .where('school_id', '=', actor.schoolId)
        .execute()
    }
    await touchPlan(sql, actor, plan)
    return null
  })
}
