import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backupTo, checkBackup, restoreFrom } from './backup.ts'
import { openSqlite, SQLITE_FILE } from './sqlite.ts'

let folder: string
const at = (...names: string[]) => join(folder, ...names)

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rode-draad-backup-'))
  await (await openSqlite(at('data'))).close()
  note('before')
})

afterEach(() => rmSync(folder, { recursive: true }))

/** A word that only this state of the data holds. */
function note(word: string, file = at('data', SQLITE_FILE)) {
  const database = new DatabaseSync(file)
  database.exec(
    `create table if not exists scrap (word text); delete from scrap; insert into scrap values ('${word}')`,
  )
  database.close()
}

function noted(file: string) {
  const database = new DatabaseSync(file)
  const row = database.prepare('select word from scrap').get()
  database.close()
  return row?.['word']
}

describe('backup', () => {
  test('one whole file, without anything beside it', async () => {
    expect(await backupTo(at('data'), at('copy.sqlite'))).toBeNull()
    expect(readdirSync(folder).sort()).toEqual(['copy.sqlite', 'data'])
    expect(checkBackup(at('copy.sqlite'))).toBeNull()
    expect(noted(at('copy.sqlite'))).toBe('before')
  })

  test('also while somebody is in the middle of a change: that change is not in it', async () => {
    const busy = new DatabaseSync(at('data', SQLITE_FILE))
    busy.exec("begin immediate; update scrap set word = 'half-way'")
    expect(await backupTo(at('data'), at('copy.sqlite'))).toBeNull()
    busy.exec('commit')
    busy.close()
    expect(noted(at('copy.sqlite'))).toBe('before')
  })

  test('replaces an older backup of that name', async () => {
    await backupTo(at('data'), at('copy.sqlite'))
    note('later')
    await backupTo(at('data'), at('copy.sqlite'))
    expect(noted(at('copy.sqlite'))).toBe('later')
  })

  test('is refused onto the data themselves, into a folder that is not there, or without data', async () => {
    expect(await backupTo(at('data'), at('data', SQLITE_FILE))).toEqual({ refused: 'own-file' })
    expect(await backupTo(at('data'), at('nowhere', 'copy.sqlite'))).toEqual({ refused: 'no-folder' })
    expect(await backupTo(at('nothing'), at('copy.sqlite'))).toEqual({ refused: 'no-data' })
    expect(noted(at('data', SQLITE_FILE))).toBe('before')
  })
})

describe('a file is checked before it replaces anything', () => {
  const damaged = () => {
    const bytes = readFileSync(at('copy.sqlite'))
    bytes.fill(0xff, 4096, 20_000)
    return bytes
  }
  const withStep = (name: string) => {
    const database = new DatabaseSync(at('copy.sqlite'))
    database.exec(`insert into kysely_migration values ('${name}', '2030')`)
    database.close()
  }

  test('not there, empty, a picture, another database, damaged, cut off, of a newer program', async () => {
    expect(checkBackup(at('copy.sqlite'))).toEqual({ refused: 'no-file' })
    expect(checkBackup(at('data'))).toEqual({ refused: 'not-a-database' })
    writeFileSync(at('empty'), '')
    expect(checkBackup(at('empty'))).toEqual({ refused: 'not-a-database' })
    writeFileSync(at('picture'), 'PNG and so on, long enough to hold a header')
    expect(checkBackup(at('picture'))).toEqual({ refused: 'not-a-database' })
    note('other', at('other'))
    expect(checkBackup(at('other'))).toEqual({ refused: 'not-ours' })
    await backupTo(at('data'), at('copy.sqlite'))
    writeFileSync(at('damaged'), damaged())
    expect(checkBackup(at('damaged'))).toEqual({ refused: 'damaged' })
    writeFileSync(at('cut'), readFileSync(at('copy.sqlite')).subarray(0, 30_000))
    expect(checkBackup(at('cut'))).toEqual({ refused: 'damaged' })
    withStep('9999-later')
    expect(checkBackup(at('copy.sqlite'))).toEqual({ refused: 'newer' })
  })
})

describe('restore', () => {
  const moment = new Date('2026-11-26T10:42:00Z')

  test('puts the file in place and keeps what was there', async () => {
    await backupTo(at('data'), at('copy.sqlite'))
    note('after')
    const kept = restoreFrom(at('data'), at('copy.sqlite'), moment)
    expect(noted(at('data', SQLITE_FILE))).toBe('before')
    expect(kept).toBe(at('data', `${SQLITE_FILE}.before-2026-11-26T10.42.00`))
    expect(noted(kept ?? '')).toBe('after')
    expect(noted(at('copy.sqlite'))).toBe('before')
  })

  test('a log that was left behind goes along with the old data, never into the new', async () => {
    await backupTo(at('data'), at('copy.sqlite'))
    const crashed = new DatabaseSync(at('data', SQLITE_FILE))
    crashed.exec("pragma wal_autocheckpoint = 0; update scrap set word = 'in the log'")
    const kept = restoreFrom(at('data'), at('copy.sqlite'), moment)
    crashed.close()
    expect(noted(at('data', SQLITE_FILE))).toBe('before')
    expect(noted(kept ?? '')).toBe('in the log')
  })

  test('data that are damaged are kept as they lie', async () => {
    await backupTo(at('data'), at('copy.sqlite'))
    writeFileSync(at('data', SQLITE_FILE), 'a heap of bytes')
    const kept = restoreFrom(at('data'), at('copy.sqlite'), moment)
    expect(readFileSync(kept ?? '', 'utf8')).toBe('a heap of bytes')
    expect(noted(at('data', SQLITE_FILE))).toBe('before')
  })

  test('into an empty folder there is nothing to keep', async () => {
    await backupTo(at('data'), at('copy.sqlite'))
    rmSync(at('data', SQLITE_FILE))
    expect(restoreFrom(at('data'), at('copy.sqlite'), moment)).toBeNull()
    expect(existsSync(at('data', SQLITE_FILE))).toBe(true)
  })
})
