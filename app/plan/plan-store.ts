import type { Db, Sql } from '../db/database.ts'
import { type Day, type Moment } from '../kernel/day.ts'
import { type DecisionId, newId, type PlanId } from '../kernel/id.ts'
import { RefusedInside, refuse } from '../kernel/refusal.ts'
import { type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { MOVES, type Phase, type Plan, type PlanLine } from './plan.ts'
import { loadPlan } from './plan-load.ts'
import { mayMove } from './plan-may.ts'
import { type PlanNo, unless } from './plan-no.ts'
import { keepSnapshot } from './snapshot-store.ts'

const LINE = ['id', 'school_year as schoolYear', 'title', 'phase', 'revision'] as const

/** The plans of the school, newest year first. */
export async function readPlans(db: Db, actor: Actor): Promise<PlanLine[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('plan')
      .select(LINE)
      .where('school_id', '=', actor.schoolId)
      .orderBy('school_year', 'desc')
      .execute(),
  )
  return rows.map((row) => ({ ...row, phase: row.phase as Phase }))
}

/** The plan of the school year of this day, else the newest; null when there is none yet. */
export async function planOfToday(db: Db, actor: Actor, today: Day): Promise<PlanId | null> {
  const plans = await readPlans(db, actor)
  return (plans.find((plan) => plan.schoolYear === schoolYearOf(today)) ?? plans[0])?.id ?? null
}

const shelves = new WeakMap<Db, Map<PlanId, Plan>>()
const PLANS_KEPT = 50

/**
 * A whole plan, or null when the actor's school has none by that id. A plan that was read before is asked for its
 * revision only: whoever changes anything of a plan raises it (`touchPlan`).
 */
export async function readPlan(db: Db, actor: Actor, id: PlanId): Promise<Plan | null> {
  const shelf = shelves.get(db) ?? new Map<PlanId, Plan>()
  if (!db.isTransaction) shelves.set(db, shelf)
  const known = shelf.get(id)
  return db.read(actor, async (sql) => {
    const row = await planRow(sql, actor, id)
    if (!row) return null
    if (known && known.revision === row.revision && known.schoolId === actor.schoolId) return known
    const plan = await loadPlan(sql, actor, row)
    // Changes that came in while it was read would be missing: only a plan that stood still is kept.
    const after = await planRow(sql, actor, id)
    if (after?.revision === row.revision) keep(shelf, plan)
    return plan
  })
}

function keep(shelf: Map<PlanId, Plan>, plan: Plan) {
  shelf.delete(plan.id)
  shelf.set(plan.id, plan)
  const oldest = shelf.keys().next().value
  if (shelf.size > PLANS_KEPT && oldest) shelf.delete(oldest)
}

const planRow = (sql: Sql, actor: Actor, id: PlanId) =>
  sql
    .selectFrom('plan')
    .selectAll()
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()

type Seen = Pick<Plan, 'id' | 'phase'> & { readonly changes?: Plan['changes'] }

/**
 * Raises the revision of a plan: every change of anything in it does so, in its own transaction. Rights were weighed on
 * the phase in which the writer read it: when the plan has moved since, the whole change is refused as stale. The
 * record of moves tells that phase, for a round changes its own text as if the plan were open.
 */
export async function touchPlan(sql: Sql, actor: Actor, plan: Seen) {
  const touched = await sql
    .updateTable('plan')
    .set((set) => ({ revision: set('revision', '+', 1) }))
    .where('id', '=', plan.id)
    .where('phase', '=', plan.changes?.at(-1)?.to ?? plan.phase)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  if (touched.numUpdatedRows === 0n) throw new RefusedInside(refuse('stale'))
}

export type NewPlan = { schoolYear: SchoolYear; title: string; previousPlanId?: PlanId | null; why?: string }

/** A new plan in draft; refused when the year has one. Who may: the coordinator (`mayMove`). */
export async function createPlan(db: Db, actor: Actor, plan: NewPlan, now: Moment): Promise<PlanId | PlanNo> {
  const may = unless(mayMove(actor))
  if (may) return may
  return db.write(actor, async (sql) => {
    const id = newId<'plan'>()
    const made = await sql
      .insertInto('plan')
      .values({
        id,
        school_id: actor.schoolId,
        school_year: plan.schoolYear,
        title: plan.title,
        phase: 'draft',
        revision: 1,
        previous_plan_id: plan.previousPlanId ?? null,
        created_at: now,
        created_by: personOf(actor),
      })
      .onConflict((clash) => clash.columns(['school_id', 'school_year']).doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows === 0n) return refuse('year-taken', 'schoolYear')
    await recordMove(sql, actor, { id, from: null, to: 'draft', why: plan.why ?? '', decisionId: null }, now)
    return id
  })
}

/** The coordinator moves the plan to another phase, with the reason; to adopted it only gets by a decision. */
export async function movePlan(
  db: Db,
  actor: Actor,
  plan: Plan,
  to: Phase,
  why: string,
  now: Moment,
): Promise<null | PlanNo> {
  const may = unless(mayMove(actor))
  if (may) return may
  if (!MOVES[plan.phase].includes(to)) return refuse('no-such-move')
  if (why.trim() === '') return refuse('reason-missing', 'why')
  return db.write(actor, (sql, tx) => {
    tellMoved(tx, actor, plan.id)
    return movePhase(sql, actor, { id: plan.id, from: plan.phase, to, why, decisionId: null }, now)
  })
}

/** Tells, once it is committed, that what people may do in a plan has changed: its phase, or whose something is. */
export const tellMoved = (tx: Db, actor: Actor, id: PlanId) =>
  tx.announce({ topic: 'plan', schoolId: actor.schoolId, id })

export type Move = { id: PlanId; from: Phase | null; to: Phase; why: string; decisionId: DecisionId | null }

/**
 * Moves a plan and writes the record, for who has checked that it may (a decision of the team). Refused when the plan
 * has left the phase from which the move was made.
 */
export async function movePhase(
  sql: Sql,
  actor: Actor,
  move: Move & { from: Phase },
  now: Moment,
): Promise<null | PlanNo> {
  const moved = await sql
    .updateTable('plan')
    .set((set) => ({ phase: move.to, revision: set('revision', '+', 1) }))
    .where('id', '=', move.id)
    .where('school_id', '=', actor.schoolId)
    .where('phase', '=', move.from)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) return refuse('stale')
  await recordMove(sql, actor, move, now)
  // What the team adopted is sealed: that version is there already.
  if (move.to !== 'adopted') await keepSnapshot(sql, actor, move.id, { kind: 'phase', phase: move.to }, now)
  return null
}

async function recordMove(sql: Sql, actor: Actor, move: Move, now: Moment) {
  await sql
    .insertInto('phase_change')
    .values({
      id: newId(),
      school_id: actor.schoolId,
      plan_id: move.id,
      from_phase: move.from,
      to_phase: move.to,
      why: move.why.trim(),
      decision_id: move.decisionId,
      changed_at: now,
      changed_by: personOf(actor),
    })
    .execute()
}
