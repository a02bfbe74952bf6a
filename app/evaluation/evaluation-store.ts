import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Moment } from '../kernel/day.ts'
import type { EvaluationId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Entry } from '../plan/entry.ts'
import { evaluationIdOf } from '../plan/evaluation-id.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { touchPlan } from '../plan/plan-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import type { Collision, PassageRefusal, Saved } from '../writing/passage.ts'
import { readPassages, writePassage } from '../writing/passage-store.ts'
import {
  type Choices,
  type Evaluation,
  type EvaluationRefusal,
  isEvaluationText,
  type NextStep,
  type Reach,
  type Time,
} from './evaluation.ts'
import { type EvaluationBecause, mayEvaluate, mayReadEvaluation } from './evaluation-may.ts'

/** Sole writer of evaluation; its texts are passages of the evaluation's id. */

export type EvaluationNo =
  | Refusal<EvaluationRefusal>
  | PassageRefusal
  | { readonly refused: 'may-not'; readonly because: EvaluationBecause }

/** Evaluations are read as a whole of their own, beside the texts of the plan. */
export const scopeOf = (plan: Pick<Plan, 'id'>) => `evaluation:${plan.id}`

const known = new WeakMap<Plan, readonly Evaluation[]>()

/**
 * The evaluations of a plan that this actor may read. Whoever changes one raises the revision of its plan, and a plan
 * of another revision is another object: of one that was asked before nothing is read.
 */
export async function readEvaluations(db: Db, actor: Actor, plan: Plan): Promise<Evaluation[]> {
  const all = known.get(plan) ?? (await readAllEvaluations(db, actor, plan))
  if (!db.isTransaction) known.set(plan, all)
  return all.filter((evaluation) => {
    const entry = entryOf(plan, evaluation.entryId)
    return entry !== null && mayReadEvaluation(actor, entry).may
  })
}

/** All of them, for the product's own acts within the school: never to show. */
export async function readAllEvaluations(
  db: Db,
  actor: Actor,
  plan: Pick<Plan, 'id'>,
): Promise<Evaluation[]> {
  return db.read(actor, async (sql) => {
    const rows = await sql
      .selectFrom('evaluation')
      .selectAll()
      .where('plan_id', '=', plan.id)
      .where('school_id', '=', actor.schoolId)
      .orderBy('id')
      .execute()
    const texts = await readPassages(sql, actor, scopeOf(plan))
    return rows.map((row) => evaluationFrom(row, texts.get(row.id) ?? {}))
  })
}

const evaluationFrom = (row: Selectable<Tables['evaluation']>, texts: Evaluation['texts']): Evaluation => ({
  id: row.id,
  entryId: row.entry_id,
  time: row.moment as Time,
  texts,
  next: row.next_step as NextStep | null,
  reached: row.reached as Reach | null,
  decided: row.decided_at,
  at: row.evaluated_at,
  by: row.evaluated_by,
})

/** Which evaluation: of which entry of which plan, half-way or at the end. */
export type Place = { readonly plan: Plan; readonly entry: Entry; readonly time: Time }
type PlaceHead = {
  readonly plan: Pick<Plan, 'id' | 'phase'>
  readonly entry: Entry
  readonly time: Time
}

/** A text was written together: it becomes part of the evaluation, which is made with its first word. */
export async function wroteTogether(
  tx: Db,
  actor: Actor,
  place: PlaceHead,
  now: Moment,
): Promise<null | EvaluationNo> {
  const may = mayEvaluate(actor, place.plan, place.entry)
  if (!may.may) return { refused: 'may-not', because: may.because }
  return tx.write(actor, async (sql) => {
    await stamp(sql, actor, await evaluationId(sql, actor, place, now), place.plan, {}, now)
    return null
  })
}

/** Saves one text, by whom the evaluation is. See `writePassage` for revisions and collisions. */
export async function writeEvaluationText(
  db: Db,
  actor: Actor,
  place: Place,
  field: string,
  raw: string,
  base: number | null,
  now: Moment,
): Promise<Saved | Collision | EvaluationNo> {
  if (!isEvaluationText(field)) return refuse('no-such-field', field)
  const may = mayEvaluate(actor, place.plan, place.entry)
  if (!may.may) return { refused: 'may-not', because: may.because }
  return db.write(actor, async (sql, tx) => {
    await tx.hold(place.entry.id)
    const id = await evaluationId(sql, actor, place, now)
    const written = await writePassage(
      tx,
      actor,
      { ownerId: id, field, scopeId: scopeOf(place.plan) },
      raw,
      base,
      now,
    )
    if (!isRefusal(written) && 'saved' in written) await stamp(sql, actor, id, place.plan, {}, now)
    return written
  })
}

/** Saves the choices: what happens next, and of a goal whether it was reached. */
export async function chooseNext(
  db: Db,
  actor: Actor,
  place: Place,
  choices: Choices,
  now: Moment,
): Promise<null | EvaluationNo> {
  const may = mayEvaluate(actor, place.plan, place.entry)
  if (!may.may) return { refused: 'may-not', because: may.because }
  if (Object.keys(choices).length === 0) return null
  return db.write(actor, async (sql, tx) => {
    await tx.hold(place.entry.id)
    const id = await evaluationId(sql, actor, place, now)
    const { next, reached } = choices
    if (next !== undefined && (await isDecidedElse(sql, actor, id, next)))
      return refuse('decided-by-team', 'next')
    const chosen = {
      ...(next === undefined ? {} : { next_step: next }),
      ...(reached === undefined ? {} : { reached }),
    }
    await stamp(sql, actor, id, place.plan, chosen, now)
    return null
  })
}

/** Whether the team decided otherwise in its meeting: then it is changed there, not here. */
async function isDecidedElse(sql: Sql, actor: Actor, id: EvaluationId, next: NextStep | null) {
  const row = await sql
    .selectFrom('evaluation')
    .select(['next_step', 'decided_at'])
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  return row !== undefined && row.decided_at !== null && row.next_step !== next
}

type Chosen = {
  next_step?: string | null
  reached?: string | null
  decided_at?: Moment | null
  decided_in?: string | null
}

/** Puts what was chosen in an evaluation, and says who was there last. */
export async function stamp(
  sql: Sql,
  actor: Actor,
  id: EvaluationId,
  plan: Plan | PlaceHead['plan'],
  chosen: Chosen,
  now: Moment,
) {
  await sql
    .updateTable('evaluation')
    .set({ ...chosen, evaluated_at: now, evaluated_by: personOf(actor) })
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()
  await touchPlan(sql, actor, plan)
  if ('entries' in plan) known.delete(plan)
}

/** The evaluation at this place; made with the first word or choice. */
export async function evaluationId(
  sql: Sql,
  actor: Actor,
  { plan, entry, time }: PlaceHead,
  now: Moment,
): Promise<EvaluationId> {
  const row = {
    id: evaluationIdOf(entry.id, time),
    school_id: actor.schoolId,
    plan_id: plan.id,
    entry_id: entry.id,
    moment: time,
    next_step: null,
    reached: null,
    evaluated_at: now,
    evaluated_by: personOf(actor),
  }
  await sql
    .insertInto('evaluation')
    .values(row)
    .onConflict((clash) => clash.columns(['entry_id', 'moment']).doNothing())
    .execute()
  const known = await sql
    .selectFrom('evaluation')
    .select('id')
    .where('entry_id', '=', entry.id)
    .where('moment', '=', time)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirstOrThrow()
  return known.id
}
