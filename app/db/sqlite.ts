import { AsyncLocalStorage } from 'node:async_hooks'
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { isRefusal, RefusedInside } from '../kernel/refusal.ts'
import { announcer, type Fact } from './announce.ts'
import { CannotOpen, type Db, holdNothing, joined } from './database.ts'
import { migrate } from './migrate.ts'
import { columnsThatStay, keysOf, type SchemaStep } from './schema.ts'
import { sqliteDialect } from './sqlite-driver.ts'
import type { Tables } from './tables.ts'

export const SQLITE_FILE = 'rode-draad.sqlite'

/** The embedded database in a folder: one connection writes, one reads what is committed. */
export async function openSqlite(dataDir: string): Promise<Db> {
  makeFolder(dataDir)
  const file = join(dataDir, SQLITE_FILE)
  const writer = connect(file)
  try {
    await migrate(new Kysely<never>({ dialect: sqliteDialect(writer) }), sqliteGuards)
  } catch (error) {
    writer.close()
    throw error
  }
  return handle(writer, connect(file))
}

/** A database for one test: a file of its own, gone when it closes. */
export async function openTemporary(): Promise<Db> {
  const folder = mkdtempSync(join(tmpdir(), 'rode-draad-'))
  const db = await openSqlite(folder)
  return { ...db, close: () => db.close().then(() => rmSync(folder, { recursive: true, force: true })) }
}

function makeFolder(dataDir: string) {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
  } catch {
    throw new CannotOpen('not-writable', dataDir)
  }
}

function connect(file: string) {
  try {
    const database = new DatabaseSync(file, { timeout: 10_000 })
    // Full synchronisation: what was acknowledged survives a power cut. Secure delete: what is erased is overwritten.
    const settings = ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on', 'secure_delete = on']
    for (const setting of settings) database.exec(`pragma ${setting}`)
    return database
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    throw new CannotOpen(/not a database|malformed/.test(text) ? 'not-a-database' : 'not-writable', file)
  }
}

const writing = new AsyncLocalStorage<true>()

function handle(writer: DatabaseSync, reader: DatabaseSync): Db {
  const write = new Kysely<Tables>({ dialect: sqliteDialect(writer) })
  const read = new Kysely<Tables>({ dialect: sqliteDialect(reader) })
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Answer>(act: () => Promise<Answer>) => {
    const mine = last.then(act)
    last = mine.catch(() => undefined)
    return mine
  }
  const told = announcer()
  const version = reader.prepare('pragma data_version')
  return {
    dialect: 'sqlite',
    isTransaction: false,
    ...told,
    read: (_scope, act) => act(read),
    write: (_scope, act) => {
      if (writing.getStore()) throw new Error('a write inside a write: use the handle of the transaction')
      const facts: Fact[] = []
      const tx = joined(
        { dialect: 'sqlite', hear: told.hear },
        write,
        () => Promise.resolve(),
        (fact) => facts.push(fact),
      )
      const committed = () => facts.forEach(told.announce)
      return inTurn(() => writing.run(true, () => transaction(writer, () => act(write, tx), committed)))
    },
    hold: holdNothing,
    copyIn: null,
    stamp: () => Promise.resolve(String(version.get()?.['data_version'])),
    async close() {
      await last
      reader.close()
      writer.close()
    },
  }
}

async function transaction<Answer>(writer: DatabaseSync, act: () => Promise<Answer>, committed: () => void) {
  writer.exec('begin immediate')
  try {
    const answer = await act()
    const refused = isRefusal(answer)
    writer.exec(refused ? 'rollback' : 'commit')
    // who listens may write: it does so after this transaction, not inside it
    if (!refused) queueMicrotask(() => writing.exit(committed))
    return answer
  } catch (error) {
    if (writer.isTransaction) writer.exec('rollback')
    if (error instanceof RefusedInside) return error.refusal as Answer
    throw error
  }
}

/** Sealed rows are guarded by triggers: an update or delete fails in the database itself. Rows that are there move first. */
export function* sqliteGuards(step: SchemaStep) {
  yield* step.rows?.sqlite ?? []
  for (const { table, mayErase } of step.sealed) {
    const fail = `begin select raise(abort, 'sealed: ${table} does not change'); end`
    yield `create trigger ${table}_no_delete before delete on ${table} ${fail}`
    const allowed = mayErase ? erasing(columnsThatStay(step, table, mayErase), mayErase.column) : '0'
    yield `create trigger ${table}_no_update before update on ${table} when not (${allowed}) ${fail}`
    // 'insert or replace' takes rows away without firing the trigger on delete.
    const taken = keysOf(step, table).map(
      (key) => `(${key.map((name) => `${name} = new.${name}`).join(' and ')})`,
    )
    yield `create trigger ${table}_no_replace before insert on ${table}
      when exists (select 1 from ${table} where ${taken.join(' or ')}) ${fail}`
  }
}

const erasing = (stay: string[], column: string) =>
  [
    `old.${column} is not null`,
    `new.${column} is null`,
    'new.erased_at is not null',
    'new.erased_why is not null',
    ...stay.map((name) => `old.${name} is new.${name}`),
  ].join(' and ')
