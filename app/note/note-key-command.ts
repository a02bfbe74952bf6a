import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Db } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { noteKeyCommandText } from './note-key-command-text.ts'
import { addKey, type Keyring, readKeyFile } from './note-key-secret.ts'
import { countByKey, keysForReading, resealAll } from './note-key-store.ts'

type Where = { readonly notesKeyFile: string; readonly dataDir: string }

/**
 * `notes-key status` and `notes-key change`. Answers the exit code: 0 done, 2 refused with one line on standard error.
 */
export async function noteKeyCommand(
  args: string[],
  { notesKeyFile: file, dataDir }: Where,
  open: () => Promise<Db>,
  language: Language,
) {
  const text = noteKeyCommandText(language)
  const [verb, ...more] = args
  if ((verb !== 'status' && verb !== 'change') || more.length > 0) return refused(text.usage)
  const db = await open()
  try {
    const ring = await keysForReading(db, file)
    if (isRefusal(ring))
      return refused(ring.refused === 'key-missing' ? text.missing(file) : text.wrong(file))
    if (ring === null) return say(text.none(file))
    return verb === 'status'
      ? await status(db, ring, { file, dataDir }, text)
      : await change(db, file, ring, text)
  } finally {
    await db.close()
  }
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
