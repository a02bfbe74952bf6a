import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type PlanId, type SnapshotId } from '../kernel/id.ts'
import { type Actor, personOf } from '../session/actor.ts'
import type { Phase } from './plan.ts'
import { loadPlan } from './plan-load.ts'
import { erasedPiece, type Piece, type PlanState, piecesOf, stateFrom, stateOf } from './plan-state.ts'
import type { Snapshot, SnapshotKind } from './snapshot.ts'

/** What a version is of; the name is typed, the number counts concepts. */
export type SnapshotOf = {
  readonly kind: SnapshotKind
  readonly name?: string | null
  readonly number?: number | null
  /** Of a move: the phase to which. */
  readonly phase?: Phase
}

/** Keeps the plan as it stands inside this transaction. Null when the school has no such plan. */
export async function keepSnapshot(
  sql: Sql,
  actor: Actor,
  planId: PlanId,
  of: SnapshotOf,
  now: Moment,
): Promise<SnapshotId | null> {
  const row = await planRow(sql, actor, planId)
  if (!row) return null
  const pieces = await storePieces(sql, actor, planId, await pieceTexts(sql, actor, row))
  const id = newId<'snapshot'>()
  await sql
    .insertInto('snapshot')
    .values({
      id,
      school_id: actor.schoolId,
      plan_id: planId,
      kind: of.kind,
      name: of.name ?? null,
      number: of.number ?? null,
      phase: of.phase ?? row.phase,
      pieces: pieces.join(' '),
      revision: row.revision,
      made_at: now,
      made_by: personOf(actor),
    })
    .execute()
  return id
}

/** The row of the plan, held until the transaction ends: numbers of pieces are given out one version at a time. */
const planRow = (sql: Sql, actor: Actor, id: PlanId) =>
  sql
    .updateTable('plan')
    .set((set) => ({ revision: set.ref('revision') }))
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .returningAll()
    .executeTakeFirst()

type PieceText = { readonly ownerId: string; readonly content: string; readonly sha256: string }

async function pieceTexts(sql: Sql, actor: Actor, row: Selectable<Tables['plan']>): Promise<PieceText[]> {
  const lines = await sql
    .selectFrom('vision_line')
    .select(['id', 'text', 'retired_at as retiredAt'])
    .where('school_id', '=', actor.schoolId)
    .orderBy('position')
    .execute()
  const state = stateOf(await loadPlan(sql, actor, row), lines)
  return piecesOf(row.id, state).map(({ is, ownerId, of }) => {
    const content = canonicalJson({ is, of })
    return { ownerId, content, sha256: createHash('sha256').update(content, 'utf8').digest('hex') }
  })
}

/** The numbers of these pieces, in their order: those that stood there before, and new ones. */
async function storePieces(sql: Sql, actor: Actor, planId: PlanId, texts: readonly PieceText[]) {
  const rows = await sql
    .selectFrom('snapshot_piece')
    .select(['number', 'owner_id', 'sha256'])
    .where('plan_id', '=', planId)
    .where('school_id', '=', actor.schoolId)
    .execute()
  const known = new Map(rows.map((row) => [`${row.owner_id} ${row.sha256}`, row.number]))
  let last = Math.max(0, ...rows.map((row) => row.number))
  const numbers: number[] = []
  for (const { ownerId, content, sha256 } of texts) {
    const number = known.get(`${ownerId} ${sha256}`) ?? ++last
    if (!known.has(`${ownerId} ${sha256}`)) {
      await sql
        .insertInto('snapshot_piece')
        .values({
          plan_id: planId,
          number,
          school_id: actor.schoolId,
          owner_id: ownerId,
          content,
          sha256,
        })
        .execute()
    }
    numbers.push(number)
  }
  return numbers
}

/** The versions of a plan, newest first, without their content. */
export async function readSnapshots(db: Db, actor: Actor, planId: PlanId): Promise<Snapshot[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('snapshot')
      .select(['id', 'plan_id', 'kind', 'name', 'number', 'phase', 'made_at', 'made_by'])
      .where('plan_id', '=', planId)
      .where('school_id', '=', actor.schoolId)
      .orderBy('made_at', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  )
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    kind: row.kind as SnapshotKind,
    name: row.name,
    number: row.number,
    phase: row.phase as Phase,
    at: row.made_at,
    by: row.made_by,
  }))
}

/** A plan as it stood, whole: who may read what of it is `plan-state-sight`'s. Null when there is no such version. */
export function readSnapshotState(
  db: Db,
  actor: Actor,
  planId: PlanId,
  id: SnapshotId,
): Promise<PlanState | null> {
  return db.read(actor, async (sql) => {
    const version = await sql
      .selectFrom('snapshot')
      .select('pieces')
      .where('id', '=', id)
      .where('plan_id', '=', planId)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst()
    if (!version) return null
    const numbers = numbersIn(version.pieces)
    const rows = await sql
      .selectFrom('snapshot_piece')
      .select(['number', 'owner_id', 'content'])
      .where('plan_id', '=', planId)
      .where('school_id', '=', actor.schoolId)
      .where('number', 'in', numbers)
      .execute()
    const byNumber = new Map(rows.map((row) => [row.number, row]))
    return stateFrom(numbers.flatMap((number) => pieceFrom(byNumber.get(number)) ?? []))
  })
}

export const numbersIn = (pieces: string) => pieces.split(' ').filter(Boolean).map(Number)

const pieceFrom = (row: { owner_id: string; content: string } | undefined): Piece | null =>
  row ? ({ ownerId: row.owner_id, ...JSON.parse(row.content) } as Piece) : null

/** Wipes the text of an entry or a principle from every version of its plan; that it was there stays. */
export async function eraseFromSnapshots(sql: Sql, actor: Actor, ownerId: string) {
  const rows = await sql
    .selectFrom('snapshot_piece')
    .select(['plan_id', 'number', 'owner_id', 'content'])
    .where('owner_id', '=', ownerId)
    .where('school_id', '=', actor.schoolId)
    .execute()
  for (const row of rows) {
    const piece = pieceFrom(row)
    if (!piece) continue
    const { is, of } = erasedPiece(piece)
    await sql
      .updateTable('snapshot_piece')
      .set({ content: canonicalJson({ is, of }), sha256: `erased ${row.number}` })
      .where('plan_id', '=', row.plan_id)
      .where('number', '=', row.number)
      .where('school_id', '=', actor.schoolId)
      .execute()
  }
}
