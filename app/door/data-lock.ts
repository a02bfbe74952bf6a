import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CannotOpen } from '../db/database.ts'

export type DataLock = { readonly release: () => void }

const LOCK_FILE = 'server.lock'
const PID_FILE = 'server.pid'

/**
 * One server at a time on a data folder. The lock is one of the operating system (an exclusive transaction on a file
 * of its own), so it goes when the process goes, however it went: no stale lock has to be told from a live one. The
 * pid beside it only serves to name the other server.
 *
 * @throws CannotOpen 'served' with the other's pid, or 'not-writable'
 */
export function lockData(dataDir: string): DataLock {
  const lock = openLock(dataDir)
  try {
    // A journal in memory: nothing is ever written, only locked.
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch {
    lock.close()
    throw new CannotOpen('served', whoServes(dataDir))
  }
  writeFileSync(join(dataDir, PID_FILE), `${process.pid}\n`)
  return {
    release() {
      rmSync(join(dataDir, PID_FILE), { force: true })
      lock.close()
    },
  }
}

function openLock(dataDir: string) {
  try {
    mkdirSync(dataDir, { recursive: true })
    return new DatabaseSync(join(dataDir, LOCK_FILE), { timeout: 0 })
  } catch {
    throw new CannotOpen('not-writable', dataDir)
  }
}

function whoServes(dataDir: string) {
  try {
    return readFileSync(join(dataDir, PID_FILE), 'utf8').trim()
  } catch {
    return '?'
  }
}
