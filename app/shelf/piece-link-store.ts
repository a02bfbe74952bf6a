import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { EntryId, PieceId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Entry } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { touchPlan } from '../plan/plan-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { mayTakePiece, type PieceNo } from './piece-may.ts'
import { readPiece } from './piece-store.ts'

/** Sole writer of piece_link: what was taken from the shelf into a goal or track. */

/** Takes a piece of the shelf along into a goal or track; a second time it is there already. */
export async function takePiece(
  db: Db,
  actor: Actor,
  plan: Plan,
  entryId: EntryId | null,
  id: PieceId,
  now: Moment,
): Promise<null | PieceNo> {
  const entry = entryOf(plan, entryId)
  const no = refused(actor, plan, entry)
  if (no || !entry) return no ?? refuse('entry-unknown', 'entry')
  return db.write(actor, async (sql, tx) => {
    await tx.hold(id)
    const piece = await readPiece(tx, actor, id)
    if (!piece?.sharedAt) return refuse(piece ? 'not-on-shelf' : 'piece-gone')
    const added = await sql
      .insertInto('piece_link')
      .values({
        piece_id: id,
        school_id: actor.schoolId,
        plan_id: plan.id,
        entry_id: entry.id,
        linked_at: now,
        linked_by: personOf(actor),
      })
      .onConflict((clash) => clash.columns(['piece_id', 'entry_id']).doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows) await touchPlan(sql, actor, plan)
    return null
  })
}

/** Leaves a piece out of a goal or track again; on the shelf it stays. */
export async function leavePiece(
  db: Db,
  actor: Actor,
  plan: Plan,
  entryId: EntryId | null,
  id: PieceId,
): Promise<null | PieceNo> {
  const entry = entryOf(plan, entryId)
  const no = refused(actor, plan, entry)
  if (no || !entry) return no ?? refuse('entry-unknown', 'entry')
  return db.write(actor, async (sql) => {
    const gone = await sql
      .deleteFrom('piece_link')
      .where('piece_id', '=', id)
      .where('entry_id', '=', entry.id)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst()
    if (gone.numDeletedRows) await touchPlan(sql, actor, plan)
    return null
  })
}

function refused(actor: Actor, plan: Plan, entry: Entry | null): PieceNo | null {
  if (!entry) return refuse('entry-unknown', 'entry')
  const may = mayTakePiece(actor, plan, entry)
  return may.may ? null : { refused: 'may-not', because: may.because }
}
