import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { refuse } from '../kernel/refusal.ts'
import type { NoteNo } from './note.ts'
import {
  type Keyring,
  makeKeyFile,
  type NoteKey,
  openNote,
  readKeyFile,
  sealNote,
} from './note-key-secret.ts'

/** The fingerprints of all keys that notes were ever written with. */
export const knownKeys = async (db: Db): Promise<string[]> =>
  (await db.read('open', (sql) => sql.selectFrom('note_key').select('id').execute())).map(({ id }) => id)

/**
 * The keys for reading. `null`: there is no key yet, and no note was ever written. Refused when there should be a key:
 * it is not where it lay, or it is another one.
 */
export async function keysForReading(db: Db, file: string): Promise<Keyring | null | NoteNo> {
  const ring = readKeyFile(file)
  const known = await knownKeys(db)
  if (ring === null) return known.length === 0 ? null : refuse('key-missing')
  if (ring === 'unreadable') return refuse('key-wrong')
  return known.length === 0 || ring.all.some(({ id }) => known.includes(id)) ? ring : refuse('key-wrong')
}

/** The keys for writing: made with the very first note, never in the place of one that is gone. */
export async function keysForWriting(db: Db, file: string, now: Moment): Promise<Keyring | NoteNo> {
  const there = await keysForReading(db, file)
  if (there === null && !couldMake(file)) return refuse('key-missing')
  const ring = there ?? (await keysForReading(db, file))
  if (ring === null) return refuse('key-missing')
  if ('refused' in ring) return ring
  await db.write('open', (sql) => rememberKey(sql, ring.current, now))
  return ring
}

function couldMake(file: string) {
  try {
    makeKeyFile(file)
    return true
  } catch {
    return false
  }
}

/** Writes down that notes may be written with this key, inside the caller's transaction. */
export const rememberKey = (sql: Sql, { id }: NoteKey, now: Moment) =>
  sql
    .insertInto('note_key')
    .values({ id, made_at: now })
    .onConflict((clash) => clash.column('id').doNothing())
    .execute()

/** How many notes of the whole server were written with each key. */
export async function countByKey(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db.read('server', (sql) =>
    sql
      .selectFrom('note')
      .select((count) => ['key_id', count.fn.countAll<number | string>().as('notes')])
      .groupBy('key_id')
      .execute(),
  )
  return new Map(rows.map((row) => [row.key_id, Number(row.notes)]))
}

/**
 * Encrypts every note of the server with the current key, in one transaction. What does not open stays as it is.
 * A running server reads the file again with every opening, so it goes on.
 */
export function resealAll(db: Db, ring: Keyring, now: Moment): Promise<{ sealed: number; stuck: number }> {
  return db.write('server', async (sql) => {
    await rememberKey(sql, ring.current, now)
    const rows = await sql.selectFrom('note').selectAll().where('key_id', '!=', ring.current.id).execute()
    let sealed = 0
    for (const row of rows) {
      const about = {
        schoolId: row.school_id,
        entryId: row.entry_id,
        noteId: row.id,
        authorId: row.author_id,
        revision: row.revision,
        createdAt: row.created_at,
      }
      const text = openNote(ring, row.key_id, row.sealed, about)
      if (text === null) continue
      await sql
        .updateTable('note')
        .set({ sealed: sealNote(ring.current, text, about), key_id: ring.current.id })
        .where('id', '=', row.id)
        .where('revision', '=', row.revision)
        .execute()
      sealed++
    }
    return { sealed, stuck: rows.length - sealed }
  })
}

/** Deletes the notes of the whole server that were written with other keys than these, and forgets those keys. */
export function forgetKeysBut(db: Db, ids: readonly string[]): Promise<void> {
  return db.write('server', async (sql) => {
    const kept = ids.length > 0 ? [...ids] : ['']
    await sql.deleteFrom('note').where('key_id', 'not in', kept).execute()
    await sql.deleteFrom('note_key').where('id', 'not in', kept).execute()
  })
}
