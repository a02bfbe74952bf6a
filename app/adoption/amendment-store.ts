import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Moment } from '../kernel/day.ts'
import type { AmendmentId, PlanId } from '../kernel/id.ts'
import type { Plan } from '../plan/plan.ts'
import { readPlan } from '../plan/plan-store.ts'
import type { Roster } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import { readDecision } from '../round/round-store.ts'
import type { Actor } from '../session/actor.ts'
import { readPassages } from '../writing/passage-store.ts'
import {
  type About,
  type Amendment,
  type AmendmentKind,
  type Ending,
  entryOfAmendment,
  type GoalTies,
  isOvertaken,
  printLine,
  type Side,
  type Texts,
  type Yes,
} from './amendment.ts'
import { mayReadAmendment } from './amendment-may.ts'
import type { SeenAmendment } from './amendment-scene.ts'
import { sha256 } from './seal-store.ts'

/** The reading half of the amendments; `amendment-write-store` is their sole writer. */

/** Texts of amendments are a whole of their own, beside the agreed texts of the plan. */
export const amendmentScope = (planId: PlanId) => `amendment:${planId}`

const shelves = new WeakMap<Plan, readonly Amendment[]>()

/**
 * Every amendment of a plan, in the order in which they were made: for who weighs the right to read (`sceneOf`). Kept
 * with the plan as it was read: whatever changes in an amendment raises the plan's revision.
 */
export async function readAllAmendments(db: Db, actor: Actor, plan: Plan): Promise<readonly Amendment[]> {
  const known = db.isTransaction ? undefined : shelves.get(plan)
  if (known) return known
  const all = await db.read(actor, (sql) => loadAmendments(sql, actor, plan.id))
  if (!db.isTransaction) shelves.set(plan, all)
  return all
}

async function loadAmendments(sql: Sql, actor: Actor, planId: PlanId): Promise<Amendment[]> {
  const rows = await sql
    .selectFrom('amendment')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('school_id', '=', actor.schoolId)
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const texts = await readPassages(sql, actor, amendmentScope(planId))
  const yeses = await sql
    .selectFrom('amendment_yes')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where(
      'amendment_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('said_at')
    .execute()
  return rows.map((row) =>
    amendmentFrom(
      row,
      texts.get(row.id) ?? {},
      yeses.filter((yes) => yes.amendment_id === row.id),
    ),
  )
}

function amendmentFrom(
  row: Selectable<Tables['amendment']>,
  texts: Amendment['texts'],
  yeses: readonly Selectable<Tables['amendment_yes']>[],
): Amendment {
  const amendment = {
    id: row.id,
    planId: row.plan_id,
    kind: row.kind as AmendmentKind,
    about: row.about as About,
    subjectId: row.subject_id,
    why: row.why,
    madeBy: row.made_by,
    madeAt: row.made_at,
    base: JSON.parse(row.base) as Texts,
    texts,
    ties: row.ties === null ? null : (JSON.parse(row.ties) as GoalTies),
    yeses: yeses.map(yesFrom),
    standIn:
      row.stand_in_at === null
        ? null
        : { why: row.stand_in_why ?? '', at: row.stand_in_at, by: row.stand_in_by },
    decisionId: row.decision_id,
    ended: endedFrom(row),
  }
  return { ...amendment, print: sha256(printLine(amendment)) }
}

const yesFrom = (row: Selectable<Tables['amendment_yes']>): Yes => ({
  side: row.side as Side,
  person: row.person_id,
  at: row.said_at,
  print: row.text_print,
})

const endedFrom = (row: Selectable<Tables['amendment']>): Amendment['ended'] =>
  row.ended === null || row.ended_at === null
    ? null
    : {
        is: row.ended as Ending,
        at: row.ended_at,
        by: row.ended_by,
        words: row.ended_words ?? '',
        version: row.version_number,
      }

/** The amendments of a plan that this actor may read; with the round on each that has not ended. */
export async function readAmendments(
  db: Db,
  actor: Actor,
  plan: Plan,
  roster: Roster,
  now: Moment,
): Promise<SeenAmendment[]> {
  const seen: SeenAmendment[] = []
  for (const amendment of await readAllAmendments(db, actor, plan)) {
    const of = amendment.ended === null ? amendment : { ...amendment, decisionId: null }
    const scene = { ...(await sceneOf(db, actor, plan, roster, of, now)), amendment }
    if (mayReadAmendment(actor, scene).may) seen.push(scene)
  }
  return seen
}

async function sceneOf(
  db: Db,
  actor: Actor,
  plan: Plan,
  roster: Roster,
  amendment: Amendment,
  now: Moment,
): Promise<SeenAmendment> {
  const decision = amendment.decisionId && (await readDecision(db, actor, amendment.decisionId, now))
  return {
    plan,
    roster,
    amendment,
    entry: entryOfAmendment(plan, amendment),
    decision: decision || null,
    isOvertaken: isOvertaken(plan, amendment),
  }
}

/** One amendment as this actor may read it; null when there is none here, or it is not theirs to read. */
export async function readAmendment(
  db: Db,
  actor: Actor,
  plan: Plan,
  id: AmendmentId,
  now: Moment,
): Promise<SeenAmendment | null> {
  const amendment = (await readAllAmendments(db, actor, plan)).find((one) => one.id === id)
  if (!amendment) return null
  const scene = await sceneOf(db, actor, plan, await readRoster(db, actor), amendment, now)
  return mayReadAmendment(actor, scene).may ? scene : null
}

/** The plan in which an amendment lies; null when this school has none by that id. */
export async function planOfAmendment(db: Db, actor: Actor, id: string): Promise<Plan | null> {
  const row = await db.read(actor, (sql) =>
    sql
      .selectFrom('amendment')
      .select('plan_id')
      .where('id', '=', id as AmendmentId)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst(),
  )
  return row ? readPlan(db, actor, row.plan_id) : null
}
