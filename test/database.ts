import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, describe, onTestFinished } from 'vitest'
import type { Db } from '../app/db/database.ts'
import { openDatabase } from '../app/db/open.ts'

/** Opens an empty database: for one test when a test or its `beforeEach` asks, else for the whole block. */
export type OpenFresh = () => Promise<Db>

/** The address of a PostgreSQL server on which tests may make databases, or nothing. */
const SERVER = process.env['TEST_DATABASE_URL']

/** Runs the same tests on a temporary SQLite database and, where a PostgreSQL server is given, on one of that as well. */
export function eachDatabase(tests: (open: OpenFresh, dialect: Db['dialect']) => void) {
  describe('on SQLite', () => tests(opener(freshSqlite), 'sqlite'))
  if (SERVER)
    describe('on PostgreSQL', () =>
      tests(
        opener(() => freshPostgres(SERVER)),
        'postgres',
      ))
}

type Fresh = {
  readonly db: Db
  /** Makes it as good as new for the next test; null when a new one costs less. */
  readonly empty: (() => Promise<void>) | null
  readonly remove: () => Promise<void>
}

function opener(make: () => Promise<Fresh>): OpenFresh {
  const made: Fresh[] = []
  const idle: Fresh[] = []
  afterAll(async () => {
    await Promise.all(made.map(({ remove }) => remove()))
  }, 60_000)
  return async () => {
    const fresh = idle.pop() ?? (await make())
    if (!made.includes(fresh)) made.push(fresh)
    afterThisTest(async () => {
      await fresh.empty?.()
      if (fresh.empty) idle.push(fresh)
    })
    return fresh.db
  }
}

/** Outside a test there is nothing to wait for: the database stays until the block ends. */
function afterThisTest(act: () => Promise<void>) {
  try {
    onTestFinished(act)
  } catch {
    // asked by `beforeAll`
  }
}

async function freshSqlite(): Promise<Fresh> {
  const db = await openDatabase({ temporary: true })
  return { db, empty: null, remove: () => db.close() }
}

async function freshPostgres(server: string): Promise<Fresh> {
  const name = `rode_draad_test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name}`)
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const db = await openDatabase({ url })
  const remove = async () => {
    await db.close()
    await onServer(server, `drop database if exists ${name} with (force)`)
  }
  return { db, empty: () => onServer(url, EMPTY), remove }
}

/** Every row of every table and school, sealed ones too: triggers and references are off for this one connection. */
const EMPTY = `
  set session_replication_role = replica;
  set app.school = '*';
  do $$ declare name text; begin
    for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
      if name = 'server_setting' then delete from server_setting where server_setting.name <> 'server-key';
      else execute format('delete from %I', name); end if;
    end loop;
  end $$`

async function onServer(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
