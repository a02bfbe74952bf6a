import type { Db, Sql } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { Keyring } from '../note/note-key-secret.ts'
import { keysForReading, keysForWriting } from '../note/note-key-store.ts'
import type { Actor } from '../session/actor.ts'
import type { ImportNo } from './import.ts'
import { newPupilKey, openPupilKey, sealPupilKey } from './pupil-key-secret.ts'
import { hasResults } from './result-write-store.ts'

/** Sole writer of pupil_key. */

/**
 * The key that makes pseudonyms of a school's pupil numbers; made with the first import. It lies in the database, but
 * encrypted with the key of the file that keeps the working notes closed: together they survive what notes survive. When
 * that file is lost, a new key is made only once the school has no pupils' rows left: otherwise everybody would count
 * twice.
 */
export async function pupilKeyOf(
  db: Db,
  actor: Actor,
  keyFile: string,
  now: Date,
): Promise<Buffer | ImportNo> {
  const ring = await keysForWriting(db, keyFile, momentOf(now))
  if (isRefusal(ring)) return refuse(ring.refused === 'key-wrong' ? 'key-wrong' : 'key-missing')
  return db.write(actor, async (sql, tx) => {
    await tx.hold(`results ${actor.schoolId}`)
    const row = await sql
      .selectFrom('pupil_key')
      .select(['sealed', 'key_id'])
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst()
    if (!row) return keep(sql, actor, ring, newPupilKey(), now)
    const key = ring.all.find(({ id }) => id === row.key_id)
    const opened = key ? openPupilKey(key, row.sealed, actor.schoolId) : null
    if (opened === null && (await hasResults(sql, actor))) return refuse('key-wrong')
    if (opened !== null && row.key_id === ring.current.id) return opened
    // Renewed with the file: what is used from now on is encrypted with its newest key.
    return keep(sql, actor, ring, opened ?? newPupilKey(), now)
  })
}

async function keep(sql: Sql, { schoolId }: Actor, { current }: Keyring, key: Buffer, now: Date) {
  const kept = { sealed: sealPupilKey(current, key, schoolId), key_id: current.id, made_at: momentOf(now) }
  await sql
    .insertInto('pupil_key')
    .values({ school_id: schoolId, ...kept })
    .onConflict((clash) => clash.column('school_id').doUpdateSet(kept))
    .execute()
  return key
}

/**
 * Encrypts the keys of all schools with the newest key of the file, once that was renewed: the older one may then be
 * taken out of the file. What does not open stays as it is.
 */
export async function resealPupilKeys(db: Db, keyFile: string, now: Date): Promise<void> {
  const ring = await keysForReading(db, keyFile)
  if (ring === null || isRefusal(ring)) return
  await db.write('server', async (sql) => {
    const rows = await sql
      .selectFrom('pupil_key')
      .selectAll()
      .where('key_id', '!=', ring.current.id)
      .execute()
    for (const { school_id: schoolId, key_id, sealed } of rows) {
      const key = ring.all.find(({ id }) => id === key_id)
      const opened = key ? openPupilKey(key, sealed, schoolId) : null
      if (opened !== null) await keep(sql, { kind: 'keeper', schoolId }, ring, opened, now)
    }
  })
}
