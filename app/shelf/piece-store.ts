import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { YieldPromise } from '../evaluation/yield.ts'
import { donePromisesOf } from '../evaluation/yield-store.ts'
import type { PieceId, PlanId, SchoolId } from '../kernel/id.ts'
import { workFormKeyOf } from '../school/work-form.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { readPassages } from '../writing/passage-store.ts'
import { gradesIn, isSubject, type Piece, type PieceLink } from './piece.ts'
import { mayReadPiece } from './piece-may.ts'

/** The texts of a school's shelf are read as one whole. */
export const scopeOf = (actor: { readonly schoolId: SchoolId }) => `shelf:${actor.schoolId}`

type Row = Selectable<Tables['piece']>

const pieceFrom = (row: Row, texts: Piece['texts']): Piece => ({
  id: row.id,
  writer: row.writer_id,
  planId: row.plan_id,
  entryId: row.entry_id,
  promiseId: row.promise_id,
  schoolYear: row.school_year,
  texts,
  subject: isSubject(row.subject) ? row.subject : null,
  grades: gradesIn(row.grades),
  workForm: workFormKeyOf(row.work_form),
  link: row.link,
  madeAt: row.made_at,
  changedAt: row.changed_at,
  sharedAt: row.shared_at,
})

const inSight = (sql: Sql, actor: Actor) =>
  sql
    .selectFrom('piece')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where((is) => {
      const me = personOf(actor)
      const shared = is('shared_at', 'is not', null)
      return me === null ? shared : is.or([shared, is('writer_id', '=', me)])
    })

/** What lies on the shelf, and the own drafts: the newest first. */
export async function piecesOf(db: Db, actor: Actor): Promise<Piece[]> {
  return db.read(actor, async (sql) => {
    const rows = await inSight(sql, actor).orderBy('id', 'desc').execute()
    if (rows.length === 0) return []
    const texts = await readPassages(sql, actor, scopeOf(actor))
    return rows
      .map((row) => pieceFrom(row, texts.get(row.id) ?? {}))
      .filter((piece) => mayReadPiece(actor, piece).may)
  })
}

/** A piece that this actor may read; null when there is none. */
export async function readPiece(db: Db, actor: Actor, id: PieceId): Promise<Piece | null> {
  const piece = await db.read(actor, (sql) => pieceAt(sql, actor, id))
  return piece && mayReadPiece(actor, piece).may ? piece : null
}

/** The piece as it stands, whosever it is: for acts, which ask the right themselves. */
export async function pieceAt(sql: Sql, actor: Actor, id: PieceId): Promise<Piece | null> {
  const row = await sql
    .selectFrom('piece')
    .selectAll()
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  return row ? pieceFrom(row, await textsOf(sql, actor, id)) : null
}

async function textsOf(sql: Sql, actor: Actor, id: PieceId): Promise<Piece['texts']> {
  const rows = await sql
    .selectFrom('passage')
    .select(['field', 'text', 'revision', 'changed_at as changedAt', 'changed_by as changedBy'])
    .where('owner_id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()
  return Object.fromEntries(rows.map(({ field, ...passage }) => [field, passage]))
}

const links = (sql: Sql, actor: Actor) =>
  sql
    .selectFrom('piece_link')
    .innerJoin('piece', 'piece.id', 'piece_link.piece_id')
    .leftJoin('passage', (on) =>
      on.onRef('passage.owner_id', '=', 'piece.id').on('passage.field', '=', 'title'),
    )
    .select([
      'piece_link.piece_id as pieceId',
      'piece_link.plan_id as planId',
      'piece_link.entry_id as entryId',
      'passage.text as title',
      'piece_link.linked_at as linkedAt',
      'piece_link.linked_by as linkedBy',
    ])
    .where('piece_link.school_id', '=', actor.schoolId)
    .where('piece.shared_at', 'is not', null)
    .orderBy('piece_link.linked_at')
    .orderBy('piece_link.piece_id')

type LinkRow = Omit<PieceLink, 'title'> & { readonly title: string | null }
const linkFrom = (row: LinkRow): PieceLink => ({ ...row, title: row.title ?? '' })

/** What was taken from the shelf into the goals and tracks of a plan; what left the shelf is not among it. */
export async function pieceLinksOf(db: Db, actor: Actor, planId: PlanId): Promise<PieceLink[]> {
  const rows = await db.read(actor, (sql) =>
    links(sql, actor).where('piece_link.plan_id', '=', planId).execute(),
  )
  return rows.map(linkFrom)
}

/** Into which goals and tracks a piece was taken. */
export async function linksOfPiece(db: Db, actor: Actor, id: PieceId): Promise<PieceLink[]> {
  const rows = await db.read(actor, (sql) =>
    links(sql, actor).where('piece_link.piece_id', '=', id).execute(),
  )
  return rows.map(linkFrom)
}

/** The own promises that are done, and of which no piece was made yet: the newest first. */
export async function readyToWriteOf(db: Db, actor: Actor): Promise<YieldPromise[]> {
  const done = await donePromisesOf(db, actor)
  if (done.length === 0) return []
  const made = new Set((await piecesOf(db, actor)).map(({ promiseId }) => promiseId))
  return done.filter(({ id }) => !made.has(id))
}
