import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, describe } from 'vitest'
import type { Db } from '../app/db/database.ts'
import { openDatabase } from '../app/db/open.ts'

/** Opens a fresh, empty database of its own; closed and thrown away after the tests of its block. */
export type OpenFresh = () => Promise<Db>

/** The address of a PostgreSQL server on which tests may make databases, or nothing. */
const SERVER = process.env['TEST_DATABASE_URL']

/** Runs the same tests on a temporary SQLite database and, where a PostgreSQL server is given, on one of that as well. */
export function eachDatabase(tests: (open: OpenFresh, dialect: Db['dialect']) => void) {
  describe('on SQLite', () =>
    tests(
      opener(async () => ({ db: await openDatabase({ temporary: true }) })),
      'sqlite',
    ))
  if (SERVER)
    describe('on PostgreSQL', () =>
      tests(
        opener(() => freshPostgres(SERVER)),
        'postgres',
      ))
}

type Fresh = { db: Db; drop?: () => Promise<void> }

function opener(make: () => Promise<Fresh>): OpenFresh {
  const opened: Fresh[] = []
  afterAll(async () => {
    for (const { db, drop } of opened) {
      await db.close()
      await drop?.()
    }
  })
  return async () => {
    const fresh = await make()
    opened.push(fresh)
    return fresh.db
  }
}

async function freshPostgres(server: string): Promise<Fresh> {
  const name = `rode_draad_test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const drop = () => onServer(server, `drop database if exists ${name} with (force)`)
  return { db: await openDatabase({ url: url.href }), drop }
}

async function onServer(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
