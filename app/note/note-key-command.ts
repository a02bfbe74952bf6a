import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Db } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { noteKeyCommandText } from './note-key-command-text.ts'
import { addKey, type Keyring, readKeyFile } from './note-key-secret.ts'
import { countByKey, forgetKeysBut, keysForReading, resealAll } from './note-key-store.ts'

type Where = { readonly notesKeyFile: string; readonly dataDir: string }

/**
 * `notes-key status`, `change` and `forget`. Answers the exit code: 0 done, 2 refused with one line on standard error.
 */
export async function noteKeyCommand(
  args: string[],
  where: Where,
  open: () => Promise<Db>,
  language: Language,
): Promise<number> {
  const text = noteKeyCommandText(language)
  const asked = args.join(' ')
  if (!['status', 'change', 'forget', 'forget --sure'].includes(asked)) return refused(text.usage)
  const db = await open()
  try {
    if (asked.startsWith('forget'))
      return await forget(db, where.notesKeyFile, asked.endsWith('--sure'), text)
    return await withKey(db, where, asked, text)
  } finally {
    await db.close()
  }
}

async function withKey(db: Db, { notesKeyFile: file, dataDir }: Where, verb: string, text: Text) {
  const ring = await keysForReading(db, file)
  if (isRefusal(ring)) return refused(ring.refused === 'key-missing' ? text.missing(file) : text.wrong(file))
  if (ring === null) return say(text.none(file))
  return verb === 'status' ? status(db, ring, { file, dataDir }, text) : change(db, file, ring, text)
}

/** Gives up what was written with keys that are in no file any more; first it only says how much that is. */
async function forget(db: Db, file: string, isSure: boolean, text: Text) {
  const ring = readKeyFile(file)
  if (ring === 'unreadable') return refused(text.wrong(file))
  const there = ring?.all.map(({ id }) => id) ?? []
  const closed = [...(await countByKey(db))].filter(([id]) => !there.includes(id))
  const count = closed.reduce((sum, [, notes]) => sum + notes, 0)
  if (!isSure) return refused(text.forgetAsks(count))
  await forgetKeysBut(db, there)
  return say(text.forgotten(count))
}

type Text = ReturnType<typeof noteKeyCommandText>

async function status(
  db: Db,
  ring: Keyring,
  { file, dataDir }: { file: string; dataDir: string },
  text: Text,
) {
  const counts = await countByKey(db)
  say(text.file(file))
  for (const { id } of ring.all) say(text.key(id, counts.get(id) ?? 0, id === ring.current.id))
  for (const [id, count] of counts) if (!ring.all.some((key) => key.id === id)) say(text.gone(id, count))
  if (dirname(resolve(file)) === resolve(dataDir)) say(text.beside)
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) say(text.open)
  return 0
}

/** A new key behind the old ones, and every note that opens encrypted with it. */
async function change(db: Db, file: string, before: Keyring, text: Text) {
  addKey(file, before)
  const ring = readKeyFile(file)
  if (ring === null || ring === 'unreadable') return refused(text.wrong(file))
  const { sealed, stuck } = await resealAll(db, ring, momentOf(new Date()))
  say(text.changed(sealed))
  if (stuck > 0) say(text.stuck(stuck))
  return 0
}

function say(line: string) {
  console.log(line)
  return 0
}

function refused(line: string) {
  console.error(line)
  return 2
}
