import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type EntryId, newId, type PrincipleId, type VisionLineId } from '../kernel/id.ts'
import { isRefusal, RefusedInside } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { writePassage } from '../writing/passage-store.ts'
import type { GoalKind } from './entry.ts'
import { insertEntry, touchEntry } from './entry-store.ts'
import type { Plan } from './plan.ts'
import { touchPlan } from './plan-store.ts'
import { insertPrinciple } from './principle-store.ts'
import type { NewMoment } from './tie.ts'

/**
 * What was agreed or decided comes into the plan here, inside the transaction of who checked that it was: no right is
 * weighed. Each raises the revision of the plan.
 */

export type DecidedTexts = Readonly<Record<string, string>>

/** Puts texts in an entry. */
export async function putDecidedTexts(
  sql: Sql,
  tx: Db,
  actor: Actor,
  plan: Plan,
  entryId: EntryId,
  texts: DecidedTexts,
  now: Moment,
) {
  for (const [field, text] of Object.entries(texts)) await putText(tx, actor, plan, entryId, field, text, now)
  await touchEntry(sql, actor, plan, { id: entryId })
}

async function putText(
  tx: Db,
  actor: Actor,
  plan: Plan,
  ownerId: string,
  field: string,
  text: string,
  now: Moment,
) {
  const saved = await writePassage(tx, actor, { ownerId, field, scopeId: plan.id }, text, null, now)
  if (isRefusal(saved)) throw new RefusedInside(saved)
}

/** Puts the words of a principle. */
export async function putDecidedPrinciple(
  sql: Sql,
  tx: Db,
  actor: Actor,
  plan: Plan,
  id: PrincipleId,
  text: string,
  now: Moment,
) {
  await putText(tx, actor, plan, id, 'text', text, now)
  await touchPlan(sql, actor, plan)
}

/** A new goal with its texts. */
export async function addDecidedGoal(
  sql: Sql,
  tx: Db,
  actor: Actor,
  plan: Plan,
  kind: GoalKind,
  texts: DecidedTexts,
  now: Moment,
): Promise<EntryId> {
  const id = await insertEntry(sql, actor, plan, { kind }, now)
  await putDecidedTexts(sql, tx, actor, plan, id, texts, now)
  return id
}

export const addDecidedPrinciple = (
  sql: Sql,
  tx: Db,
  actor: Actor,
  plan: Plan,
  text: string,
  now: Moment,
): Promise<PrincipleId> => insertPrinciple(sql, tx, actor, plan, { text }, now)

/** Takes a goal or principle out of the plan; its row and its texts stay. */
export async function takeOutDecided(
  sql: Sql,
  actor: Actor,
  plan: Plan,
  what: { readonly entry: EntryId } | { readonly principle: PrincipleId },
  now: Moment,
) {
  const out =
    'entry' in what
      ? sql
          .updateTable('entry')
          .set({ removed_at: now, removed_by: personOf(actor) })
          .where('id', '=', what.entry)
          .where('school_id', '=', actor.schoolId)
      : sql
          .updateTable('principle')
          .set({ removed_at: now, removed_by: personOf(actor) })
          .where('id', '=', what.principle)
          .where('school_id', '=', actor.schoolId)
  await out.execute()
  await touchPlan(sql, actor, plan)
}

export type DecidedTies = {
  readonly visionLineIds: readonly VisionLineId[]
  readonly moments: readonly NewMoment[]
}

/** Vision lines and days of a goal; a line that is no longer the school's is left out. */
export async function putDecidedTies(
  sql: Sql,
  actor: Actor,
  plan: Plan,
  entryId: EntryId,
  ties: DecidedTies,
) {
  const { schoolId: school_id } = actor
  for (const table of ['entry_vision_line', 'evaluation_moment'] as const) {
    await sql.deleteFrom(table).where('entry_id', '=', entryId).where('school_id', '=', school_id).execute()
  }
  const lines = await knownLines(sql, actor, ties.visionLineIds)
  for (const vision_line_id of lines) {
    await sql
      .insertInto('entry_vision_line')
      .values({ school_id, entry_id: entryId, vision_line_id })
      .execute()
  }
  for (const { onDay, occasion } of ties.moments) {
    const moment = { id: newId<'evaluation-moment'>(), on_day: onDay, occasion }
    await sql
      .insertInto('evaluation_moment')
      .values({ ...moment, school_id, plan_id: plan.id, entry_id: entryId })
      .execute()
  }
  await touchEntry(sql, actor, plan, { id: entryId })
}

async function knownLines(sql: Sql, actor: Actor, wanted: readonly VisionLineId[]) {
  if (wanted.length === 0) return []
  const rows = await sql
    .selectFrom('vision_line')
    .select('id')
    .where('school_id', '=', actor.schoolId)
    .where('id', 'in', [...new Set(wanted)])
    .execute()
  return rows.map(({ id }) => id)
}
