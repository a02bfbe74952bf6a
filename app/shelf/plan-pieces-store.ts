import type { Db, Sql } from '../db/database.ts'
import type { EntryId } from '../kernel/id.ts'
import { isOpen, type Plan } from '../plan/plan.ts'
import type { Actor } from '../session/actor.ts'
import type { PlanPiece, PlanPieces } from './piece.ts'
import { pieceLinksOf } from './piece-store.ts'

const known = new WeakMap<Plan, PlanPieces>()

/**
 * What the shelf has for each goal and track of a plan: taken along, and while the plan is being written also what
 * came of the same goal or track last year. The same for every reader; whoever changes it raises the revision of the
 * plan, and a plan of another revision is another object: of one that was asked before nothing is read.
 */
export async function piecesAtPlan(db: Db, actor: Actor, plan: Plan): Promise<PlanPieces> {
  const before = known.get(plan)
  if (before) return before
  const taken = (await pieceLinksOf(db, actor, plan.id)).map(
    ({ pieceId, entryId, title }): PlanPiece => ({ pieceId, entryId, title, isTaken: true }),
  )
  const carried = isOpen(plan.phase) ? await carriedInto(db, actor, plan) : []
  const isThere = (one: PlanPiece) =>
    taken.some(({ pieceId, entryId }) => pieceId === one.pieceId && entryId === one.entryId)
  const all = Map.groupBy([...taken, ...carried.filter((one) => !isThere(one))], ({ entryId }) => entryId)
  if (!db.isTransaction) known.set(plan, all)
  return all
}

/** Pieces of the goals and tracks from which those of this plan were carried over. */
async function carriedInto(db: Db, actor: Actor, plan: Plan): Promise<PlanPiece[]> {
  const from = new Map(
    plan.entries.flatMap(({ id, carriedFrom }) => (carriedFrom ? [[carriedFrom, id]] : [])),
  )
  if (from.size === 0) return []
  const rows = await db.read(actor, (sql) => sharedOf(sql, actor, [...from.keys()]))
  return rows.flatMap(({ pieceId, title, entryId }) => {
    const into = entryId && from.get(entryId)
    return into ? [{ pieceId, entryId: into, title: title ?? '', isTaken: false }] : []
  })
}

const sharedOf = (sql: Sql, actor: Actor, entries: readonly EntryId[]) =>
  sql
    .selectFrom('piece')
    .leftJoin('passage', (on) =>
      on.onRef('passage.owner_id', '=', 'piece.id').on('passage.field', '=', 'title'),
    )
    .select(['piece.id as pieceId', 'piece.entry_id as entryId', 'passage.text as title'])
    .where('piece.school_id', '=', actor.schoolId)
    .where('piece.shared_at', 'is not', null)
    .where('piece.entry_id', 'in', entries)
    .orderBy('piece.id')
    .execute()
