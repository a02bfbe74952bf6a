import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type Id, newId, type PersonId, type PlanId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { Entry } from '../plan/entry.ts'
import type { Member } from '../session/actor.ts'
import { type Note, type NoteId, type NoteNo, tidyNote } from './note.ts'
import { type About, type Keyring, openNote, sealNote } from './note-key-secret.ts'
import { keysForReading, keysForWriting } from './note-key-store.ts'
import { mayChangeNote, mayRemoveNote } from './note-may.ts'
import { recordOpening, whyClosed } from './note-reader-store.ts'

/** The notes of one track: where they lie, and the file with their key. */
export type NotesAt = {
  readonly plan: { readonly id: PlanId }
  readonly entry: Entry
  readonly keyFile: string
}

type Row = {
  id: NoteId
  author_id: PersonId
  sealed: string
  key_id: string
  revision: number
  created_at: Moment
  changed_at: Moment
}

/** Opens the notes of a track and writes down who did: both or neither. Oldest first. */
export async function openNotes(
  db: Db,
  actor: Member,
  { plan, entry, keyFile }: NotesAt,
  now: Moment,
): Promise<Note[] | NoteNo> {
  const ring = await keysForReading(db, keyFile)
  return db.write(actor, async (sql) => {
    const no = await whyClosed(sql, actor, plan, entry, now)
    if (no) return no
    if (isRefusal(ring)) return ring
    await recordOpening(sql, actor, entry, now)
    const rows = await rowsOf(sql, actor, entry)
    return rows.map((row) => noteOf(ring, actor, entry, row))
  })
}

const rowsOf = (sql: Sql, actor: Member, entry: Entry): Promise<Row[]> =>
  sql
    .selectFrom('note')
    .select(['id', 'author_id', 'sealed', 'key_id', 'revision', 'created_at', 'changed_at'])
    .where('school_id', '=', actor.schoolId)
    .where('entry_id', '=', entry.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

const noteOf = (ring: Keyring | null, actor: Member, entry: Entry, row: Row): Note => ({
  id: row.id,
  authorId: row.author_id,
  text: ring && openNote(ring, row.key_id, row.sealed, aboutRow(actor, entry, row)),
  revision: row.revision,
  createdAt: row.created_at,
  changedAt: row.changed_at,
})

const aboutRow = (
  { schoolId }: Member,
  { id: entryId }: Entry,
  row: Pick<Row, 'id' | 'author_id' | 'revision' | 'created_at'>,
): About => ({
  schoolId,
  entryId,
  noteId: row.id,
  authorId: row.author_id,
  revision: row.revision,
  createdAt: row.created_at,
})

/** A new note at a track. */
export async function addNote(
  db: Db,
  actor: Member,
  { plan, entry, keyFile }: NotesAt,
  raw: string,
  now: Moment,
): Promise<NoteId | NoteNo> {
  const text = tidyNote(raw)
  if (typeof text !== 'string') return text
  const closed = await db.read(actor, (sql) => whyClosed(sql, actor, plan, entry, now))
  if (closed) return closed
  const ring = await keysForWriting(db, keyFile, now)
  if (isRefusal(ring)) return ring
  const id = newId<'note'>()
  const row = { id, author_id: actor.personId, revision: 1, created_at: now }
  const sealed = sealNote(ring.current, text, aboutRow(actor, entry, row))
  return db.write(actor, async (sql) => {
    const no = await whyClosed(sql, actor, plan, entry, now)
    if (no) return no
    const place = { school_id: actor.schoolId, plan_id: plan.id, entry_id: entry.id }
    await sql
      .insertInto('note')
      .values({ ...row, ...place, sealed, key_id: ring.current.id, changed_at: now })
      .execute()
    return id
  })
}

/** Other words in a note of one's own. `base`: the revision that the writer saw. What was there is gone. */
export async function changeNote(
  db: Db,
  actor: Member,
  at: NotesAt,
  { id, text: raw, base }: { readonly id: NoteId; readonly text: string; readonly base: number },
  now: Moment,
): Promise<null | NoteNo> {
  const text = tidyNote(raw)
  if (typeof text !== 'string') return text
  const ring = await keysForReading(db, at.keyFile)
  if (isRefusal(ring)) return ring
  if (ring === null) return refuse('note-gone')
  return db.write(actor, async (sql) => {
    const row = await rowTo(sql, actor, at, id, now)
    if (isRefusal(row)) return row
    if (!mayChangeNote(actor, { authorId: row.author_id }).may) return refuse('may-not')
    // A note that can't be read now is never written over: its key may come back.
    if (noteOf(ring, actor, at.entry, row).text === null) return refuse('key-wrong')
    if (row.revision !== base) return refuse('note-changed', 'text')
    const next = { ...row, revision: row.revision + 1 }
    const sealed = sealNote(ring.current, text, aboutRow(actor, at.entry, next))
    const { numUpdatedRows } = await sql
      .updateTable('note')
      .set({ sealed, key_id: ring.current.id, revision: next.revision, changed_at: now })
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .where('revision', '=', base)
      .executeTakeFirstOrThrow()
    return numUpdatedRows === 0n ? refuse('note-changed', 'text') : null
  })
}

/** One row of the track, for who may open its notes. */
async function rowTo(
  sql: Sql,
  actor: Member,
  { plan, entry }: NotesAt,
  id: NoteId,
  now: Moment,
): Promise<Row | NoteNo> {
  const no = await whyClosed(sql, actor, plan, entry, now)
  if (no) return no
  return (await rowsOf(sql, actor, entry)).find((row) => row.id === id) ?? refuse('note-gone')
}

/** Throws a note away for good: there is no history of notes. Also one that can't be read. */
export function removeNote(
  db: Db,
  actor: Member,
  at: NotesAt,
  id: Id<'note'>,
  now: Moment,
): Promise<null | NoteNo> {
  return db.write(actor, async (sql) => {
    const row = await rowTo(sql, actor, at, id, now)
    if (isRefusal(row)) return row
    if (!mayRemoveNote(actor, at.entry, { authorId: row.author_id }).may) return refuse('may-not')
    await sql.deleteFrom('note').where('id', '=', id).where('school_id', '=', actor.schoolId).execute()
    return null
  })
}
