import type { ExpressionBuilder } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Moment } from '../kernel/day.ts'
import type { PieceId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { Phase } from '../plan/plan.ts'
import { touchPlan } from '../plan/plan-store.ts'
import type { Actor } from '../session/actor.ts'
import type { Collision, Saved } from '../writing/passage.ts'
import { writePassage } from '../writing/passage-store.ts'
import {
  gradesOut,
  isPieceText,
  notReady,
  type Piece,
  type PieceFacts,
  type PieceField,
  pieceWords,
} from './piece.ts'
import { erasePiece } from './piece-erase-store.ts'
import { mayWithdrawPiece, mayWritePiece, type PieceBecause, type PieceNo } from './piece-may.ts'
import { pieceAt, scopeOf } from './piece-store.ts'

/** What becomes of a piece. Sole writers of piece: this file, piece-begin-store.ts and piece-erase-store.ts. */

export const mayNot = (because: PieceBecause): PieceNo => ({ refused: 'may-not', because })

export const placeOf = (actor: Actor, ownerId: PieceId, field: PieceField) => ({
  ownerId,
  field,
  scopeId: scopeOf(actor),
})

type Act<Result> = (sql: Sql, tx: Db, piece: Piece) => Promise<Result>

/** One act on a piece by its writer, alone with it. What somebody may not even see is not there for them. */
function onOwn<Result>(db: Db, actor: Actor, id: PieceId, act: Act<Result>): Promise<Result | PieceNo> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(id)
    const piece = await pieceAt(sql, actor, id)
    if (piece === null) return refuse('piece-gone')
    const may = mayWritePiece(actor, piece)
    if (!may.may) return piece.sharedAt === null ? refuse('piece-gone') : mayNot(may.because)
    return act(sql, tx, piece)
  })
}

type Columns = {
  shared_at?: Moment | null
  subject?: string | null
  grades?: string
  work_form?: string | null
}

/** Puts what changed in the row, and raises the revision of the plans that show the piece. */
async function change(
  sql: Sql,
  actor: Actor,
  id: PieceId,
  columns: Columns & { link?: string | null },
  now: Moment,
) {
  await sql
    .updateTable('piece')
    .set({ ...columns, changed_at: now })
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()
  await touchLinked(sql, actor, id)
}

/** Raises the revision of every plan on which its title stands: taken along there, or of the same goal the year before. */
async function touchLinked(sql: Sql, actor: Actor, id: PieceId) {
  const plans = await sql
    .selectFrom('plan')
    .select(['plan.id', 'plan.phase'])
    .where('plan.school_id', '=', actor.schoolId)
    .where((is) => is.or([is('plan.id', 'in', takenInto(is, id)), is('plan.id', 'in', carriedTo(is, id))]))
    .orderBy('plan.id')
    .execute()
  for (const plan of plans) await touchPlan(sql, actor, { id: plan.id, phase: plan.phase as Phase })
}

type Within = ExpressionBuilder<Tables, 'plan'>

const takenInto = (within: Within, id: PieceId) =>
  within.selectFrom('piece_link').select('piece_link.plan_id').where('piece_link.piece_id', '=', id)

const carriedTo = (within: Within, id: PieceId) =>
  within
    .selectFrom('entry')
    .innerJoin('piece', 'piece.entry_id', 'entry.carried_from')
    .select('entry.plan_id')
    .where('piece.id', '=', id)

/** Title, theme, subject, groups, form of work and link. On the shelf a piece keeps a title. */
export const changeFacts = (
  db: Db,
  actor: Actor,
  id: PieceId,
  facts: PieceFacts,
  now: Moment,
): Promise<null | PieceNo> =>
  onOwn<null | PieceNo>(db, actor, id, async (sql, tx, piece) => {
    if (piece.sharedAt !== null && facts.title === '') return refuse('title-missing', 'title')
    for (const field of ['title', 'theme'] as const) {
      if (facts[field] === pieceWords(piece, field)) continue
      const written = await writePassage(tx, actor, placeOf(actor, id, field), facts[field], null, now)
      if (isRefusal(written)) return written
    }
    const { subject, workForm, link } = facts
    const columns = { subject, grades: gradesOut(facts.grades), work_form: workForm, link }
    await change(sql, actor, id, columns, now)
    return null
  })

/** Saves one long text. See `writePassage` for revisions and collisions. */
export const writePieceText = (
  db: Db,
  actor: Actor,
  id: PieceId,
  field: string,
  raw: string,
  base: number | null,
  now: Moment,
): Promise<Saved | Collision | PieceNo> =>
  onOwn<Saved | Collision | PieceNo>(db, actor, id, async (sql, tx) => {
    if (!isPieceText(field)) return refuse('piece-gone')
    const written = await writePassage(tx, actor, placeOf(actor, id, field), raw, base, now)
    if ('saved' in written) await stamp(sql, actor, id, now)
    return written
  })

/** A text was written in the editor: the piece changed with it. */
export const wroteInEditor = (tx: Db, actor: Actor, id: PieceId, now: Moment): Promise<null | PieceNo> =>
  onOwn<null | PieceNo>(tx, actor, id, async (sql) => {
    await stamp(sql, actor, id, now)
    return null
  })

const stamp = (sql: Sql, actor: Actor, id: PieceId, now: Moment) =>
  sql
    .updateTable('piece')
    .set({ changed_at: now })
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()

/** Puts a piece on the shelf, for the team to read; a second time it is there already. */
export const sharePiece = (db: Db, actor: Actor, id: PieceId, now: Moment): Promise<null | PieceNo> =>
  onOwn<null | PieceNo>(db, actor, id, async (sql, _tx, piece) => {
    if (piece.sharedAt !== null) return null
    const no = notReady(piece)
    if (no) return no
    await change(sql, actor, id, { shared_at: now }, now)
    return null
  })

/** Takes a piece from the shelf: it is a draft of its writer again. Where it was taken along, it is not seen any more. */
export async function withdrawPiece(db: Db, actor: Actor, id: PieceId, now: Moment): Promise<null | PieceNo> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(id)
    const piece = await pieceAt(sql, actor, id)
    if (piece === null) return refuse('piece-gone')
    const may = mayWithdrawPiece(actor, piece, await hasLeft(sql, actor, piece))
    if (!may.may) return piece.sharedAt === null ? refuse('piece-gone') : mayNot(may.because)
    if (piece.sharedAt !== null) await change(sql, actor, id, { shared_at: null }, now)
    // a draft without a writer is seen by nobody
    if (piece.writer === null) await erasePiece(sql, tx, actor, id)
    return null
  })
}

async function hasLeft(sql: Sql, actor: Actor, { writer }: Piece) {
  if (writer === null) return true
  const row = await sql
    .selectFrom('person')
    .select('left_on')
    .where('id', '=', writer)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  return (row?.left_on ?? null) !== null
}

/** Throws a piece away with all its texts, also those before, and takes it out of the plans. */
export const removePiece = (db: Db, actor: Actor, id: PieceId): Promise<null | PieceNo> =>
  onOwn<null | PieceNo>(db, actor, id, async (sql, tx) => {
    await touchLinked(sql, actor, id)
    await erasePiece(sql, tx, actor, id)
    return null
  })
