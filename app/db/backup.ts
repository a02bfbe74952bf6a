import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { STEPS } from './migrate.ts'
import { SQLITE_FILE } from './sqlite.ts'

export type BackupRefusal = 'no-data' | 'own-file' | 'no-folder'
export type RestoreRefusal = 'no-file' | 'own-file' | 'not-a-database' | 'damaged' | 'not-ours' | 'newer'

/**
 * Copies the data to one file, also while a server writes. The file appears under its name only when it is whole and
 * on the disk; an older backup of that name is replaced at that moment.
 */
export async function backupTo(dataDir: string, file: string): Promise<Refusal<BackupRefusal> | null> {
  const source = join(dataDir, SQLITE_FILE)
  if (!existsSync(source)) return refuse('no-data')
  if (resolve(source) === resolve(file)) return refuse('own-file')
  if (!existsSync(dirname(resolve(file)))) return refuse('no-folder')
  const fresh = `${file}.${process.pid}.part`
  try {
    await copyDatabase(source, fresh)
    renameSync(fresh, file)
  } finally {
    for (const end of ENDINGS) rmSync(`${fresh}${end}`, { force: true })
  }
  return null
}

const ENDINGS = ['', '-wal', '-shm', '-journal']

async function copyDatabase(source: string, target: string) {
  const database = new DatabaseSync(source, { timeout: 10_000 })
  try {
    // All pages in one go: a copy in parts starts again at every write of the server.
    await backup(database, target, { rate: 2 ** 31 - 1 })
  } finally {
    database.close()
  }
  const copy = new DatabaseSync(target)
  // One file, without a log beside it.
  copy.exec('pragma journal_mode = delete')
  copy.close()
  toDisk(target)
}

function toDisk(file: string) {
  const open = openSync(file, 'r+')
  fsyncSync(open)
  closeSync(open)
}

/** Whether a file can take the place of the data: whole, made by this program, and not by a newer one. */
export function checkBackup(file: string): Refusal<RestoreRefusal> | null {
  if (!existsSync(file)) return refuse('no-file')
  if (!hasHeader(file)) return refuse('not-a-database')
  try {
    const database = new DatabaseSync(file, { readOnly: true })
    try {
      return whyUnfit(database)
    } finally {
      database.close()
    }
  } catch {
    return refuse('damaged')
  }
}

const HEADER = 'SQLite format 3\0'

function hasHeader(file: string) {
  const start = Buffer.alloc(HEADER.length)
  const open = openSync(file, 'r')
  try {
    return readSync(open, start, 0, HEADER.length, 0) === HEADER.length && start.toString('latin1') === HEADER
  } catch {
    return false
  } finally {
    closeSync(open)
  }
}

function whyUnfit(database: DatabaseSync): Refusal<RestoreRefusal> | null {
  const health = database.prepare('pragma integrity_check(1)').get()
  if (health?.['integrity_check'] !== 'ok') return refuse('damaged')
  const ours = database
    .prepare("select 1 from sqlite_master where type = 'table' and name = 'kysely_migration'")
    .get()
  if (!ours) return refuse('not-ours')
  const done = database
    .prepare('select name from kysely_migration order by name')
    .all()
    .map((row) => row['name'])
  if (done[0] !== STEPS[0]?.name) return refuse('not-ours')
  return done.some((name) => !STEPS.some((step) => step.name === name)) ? refuse('newer') : null
}

/**
 * Puts a checked file in the place of the data; no server may be running on them. What was there stays beside it.
 *
 * @returns the file under which the old data are kept; null when there were none
 */
export function restoreFrom(dataDir: string, file: string, moment: Date): string | null {
  const live = join(dataDir, SQLITE_FILE)
  const fresh = `${live}.new`
  copyFileSync(file, fresh)
  toDisk(fresh)
  const kept = existsSync(live) ? keepAside(live, moment) : null
  // A log of the old data must never be read into the new ones.
  for (const end of ['-wal', '-shm']) rmSync(`${live}${end}`, { force: true })
  renameSync(fresh, live)
  return kept
}

function keepAside(live: string, moment: Date) {
  const kept = `${live}.before-${moment.toISOString().slice(0, 19).replaceAll(':', '.')}`
  writeOutLog(live)
  for (const end of ['', '-wal']) {
    if (existsSync(`${live}${end}`)) copyFileSync(`${live}${end}`, `${kept}${end}`)
  }
  toDisk(kept)
  return kept
}

/** Brings the log into the file. Data too damaged for that are kept as they lie, log and all. */
function writeOutLog(live: string) {
  try {
    const database = new DatabaseSync(live)
    database.exec('pragma wal_checkpoint(truncate)')
    database.close()
  } catch {
    // kept as it lies
  }
}
