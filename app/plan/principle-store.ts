import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type PrincipleId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { type Collision, type Saved, tidyText } from '../writing/passage.ts'
import { writePassage } from '../writing/passage-store.ts'
import { MOST_PRINCIPLES, type Plan, type Principle } from './plan.ts'
import { mayWritePlan } from './plan-may.ts'
import { type PlanNo, unless } from './plan-no.ts'
import { tellMoved, touchPlan } from './plan-store.ts'

export type NewPrinciple = {
  readonly preset?: string | null
  readonly text: string
  readonly carriedFrom?: PrincipleId | null
}

/** Adds a principle. A sixth is refused: more than five takes away the focus. */
export function addPrinciple(
  db: Db,
  actor: Actor,
  plan: Plan,
  given: NewPrinciple,
  now: Moment,
): Promise<PrincipleId | PlanNo> {
  return insert(db, actor, plan, given, now, MOST_PRINCIPLES)
}

/** A Word file of last year may hold more: all come in, and the plan shows it as a loose end. */
export function takeInPrinciple(
  db: Db,
  actor: Actor,
  plan: Plan,
  given: NewPrinciple,
  now: Moment,
): Promise<PrincipleId | PlanNo> {
  return insert(db, actor, plan, given, now, Number.POSITIVE_INFINITY)
}

async function insert(db: Db, actor: Actor, plan: Plan, given: NewPrinciple, now: Moment, most: number) {
  const no = unless(mayWritePlan(actor, plan))
  if (no) return no
  const text = tidyText(given.text)
  if (isRefusal(text)) return text
  if (text === '') return refuse('principle-empty', 'text')
  return db.write(actor, async (sql, tx) => {
    await tx.hold(plan.id)
    const there = await standing(sql, actor, plan)
    if (there.length >= most) return refuse('sixth-principle')
    if (given.preset && there.some((row) => row.preset === given.preset))
      return refuse('principle-known', 'preset')
    return insertPrinciple(sql, tx, actor, plan, { ...given, text }, now)
  })
}

/** The row and text of a new principle, last of all, for who has checked that it may be there. */
export async function insertPrinciple(
  sql: Sql,
  tx: Db,
  actor: Actor,
  plan: Plan,
  given: NewPrinciple,
  now: Moment,
): Promise<PrincipleId> {
  const there = await standing(sql, actor, plan)
  const id = newId<'principle'>()
  await sql
    .insertInto('principle')
    .values({
      id,
      school_id: actor.schoolId,
      plan_id: plan.id,
      preset: given.preset ?? null,
      removed_at: null,
      removed_by: null,
      created_at: now,
      position: Math.max(0, ...there.map((row) => row.position)) + 1,
      carried_from: given.carriedFrom ?? null,
    })
    .execute()
  await writePassage(tx, actor, { ownerId: id, field: 'text', scopeId: plan.id }, given.text, null, now)
  await touchPlan(sql, actor, plan)
  return id
}

const standing = (sql: Sql, actor: Actor, plan: Plan) =>
  sql
    .selectFrom('principle')
    .select(['position', 'preset'])
    .where('plan_id', '=', plan.id)
    .where('school_id', '=', actor.schoolId)
    .where('removed_at', 'is', null)
    .execute()

/** Saves the words of a principle, or the note of the talk about it (also while the team decides). */
export async function writePrinciple(
  db: Db,
  actor: Actor,
  plan: Plan,
  principle: Principle,
  field: 'text' | 'talk',
  raw: string,
  base: number | null,
  now: Moment,
): Promise<Saved | Collision | PlanNo> {
  const phase = field === 'talk' && plan.phase === 'decision' ? 'input' : plan.phase
  const no = unless(mayWritePlan(actor, { phase }))
  if (no) return no
  if (field === 'text' && raw.trim() === '') return refuse('principle-empty', 'text')
  return db.write(actor, async (sql, tx) => {
    const result = await writePassage(
      tx,
      actor,
      { ownerId: principle.id, field, scopeId: plan.id },
      raw,
      base,
      now,
    )
    if ('saved' in result) await touchPlan(sql, actor, plan)
    return result
  })
}

export const removePrinciple = (db: Db, actor: Actor, plan: Plan, principle: Principle, now: Moment) =>
  setRemoved(db, actor, plan, principle.id, now)

/** Puts back a principle that was taken out, if there is room again. */
export async function restorePrinciple(
  db: Db,
  actor: Actor,
  plan: Plan,
  id: PrincipleId,
): Promise<null | PlanNo> {
  const no = unless(mayWritePlan(actor, plan))
  if (no) return no
  return db.write(actor, async (sql, tx) => {
    await tx.hold(plan.id)
    if ((await standing(sql, actor, plan)).length >= MOST_PRINCIPLES) return refuse('sixth-principle')
    return setRemoved(tx, actor, plan, id, null)
  })
}

async function setRemoved(
  db: Db,
  actor: Actor,
  plan: Plan,
  id: PrincipleId,
  at: Moment | null,
): Promise<null | PlanNo> {
  const no = unless(mayWritePlan(actor, plan))
  if (no) return no
  return db.write(actor, async (sql, tx) => {
    tellMoved(tx, actor, plan.id)
    await sql
      .updateTable('principle')
      .set({ removed_at: at, removed_by: at === null ? null : personOf(actor) })
      .where('id', '=', id)
      .where('plan_id', '=', plan.id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    await touchPlan(sql, actor, plan)
    return null
  })
}

/** Moves a principle one place up or down. */
export async function movePrinciple(
  db: Db,
  actor: Actor,
  plan: Plan,
  principle: Principle,
  direction: 'up' | 'down',
): Promise<null | PlanNo> {
  const no = unless(mayWritePlan(actor, plan))
  if (no) return no
  const neighbour = plan.principles[plan.principles.indexOf(principle) + (direction === 'up' ? -1 : 1)]
  if (!neighbour) return null
  return db.write(actor, async (sql) => {
    for (const [one, position] of [
      [principle, neighbour.position],
      [neighbour, principle.position],
    ] as const) {
      await sql
        .updateTable('principle')
        .set({ position })
        .where('id', '=', one.id)
        .where('school_id', '=', actor.schoolId)
        .execute()
    }
    await touchPlan(sql, actor, plan)
    return null
  })
}
