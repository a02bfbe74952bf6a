import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { isRefusal, RefusedInside } from '../kernel/refusal.ts'
import { announcer, type Fact } from './announce.ts'
import { CannotOpen, type Db, holdNothing, joined, type Scope, schoolSetting } from './database.ts'
import { migrate } from './migrate.ts'
import { copier } from './postgres-copy.ts'
import { APP_ROLE, postgresGuards } from './postgres-guards.ts'
import type { Tables } from './tables.ts'

// Two cores serve ten connections well; more only make them wait for each other.
const POOL_SIZE = 10
const OLDEST_SERVER = 150_000

/** A PostgreSQL server (15 or newer): the address is that of one database, with a role that may make tables. */
export async function openPostgres(url: string): Promise<Db> {
  const lane = await connectFirst(url)
  const mayLock = await prepare(lane).finally(() => lane.end())
  const pool = new pg.Pool({ connectionString: url, max: POOL_SIZE })
  // A connection that dies while idle is replaced by the pool; it must not end the program.
  pool.on('error', () => undefined)
  return handle(pool, mayLock)
}

async function connectFirst(url: string) {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    client.on('error', () => undefined)
    await client.connect()
    return client
  } catch (error) {
    throw new CannotOpen('unreachable', error instanceof Error ? error.message || error.name : '')
  }
}

/** Brings the schema up to date; answers whether connections can take the role that owns nothing. */
async function prepare(client: pg.Client) {
  const { rows } = await client.query('show server_version_num')
  if (Number(rows[0].server_version_num) < OLDEST_SERVER) throw new CannotOpen('too-old-server')
  const db = kyselyOver<never>(client)
  await migrate(db, postgresGuards)
  return takeAppRole(client)
}

/**
 * Row level security does not bind a superuser or a role that bypasses it. Where the login is such a role, the
 * connections step down to one that owns nothing; an ordinary owner is bound by `force row level security`.
 */
async function takeAppRole(client: pg.Client) {
  const { rows } = await client.query(
    'select rolsuper or rolbypassrls or rolcreaterole as able from pg_roles where rolname = current_user',
  )
  if (!rows[0].able) return false
  await client.query(
    `do $$ begin create role ${APP_ROLE} nologin; exception when duplicate_object then null; end $$`,
  )
  await client.query(`grant usage on schema public to ${APP_ROLE}`)
  await client.query(`grant select, insert, update, delete on all tables in schema public to ${APP_ROLE}`)
  await client.query(`grant ${APP_ROLE} to current_user`)
  return true
}

type Lane = { sql: Kysely<Tables>; school: string | null }

function handle(pool: pg.Pool, stepDown: boolean): Db {
  const lanes = new WeakMap<pg.PoolClient, Lane>()
  const within = async <Answer>(
    scope: Scope,
    act: (lane: Lane, client: pg.PoolClient) => Promise<Answer>,
  ) => {
    const client = await pool.connect()
    try {
      const lane = lanes.get(client) ?? (await newLane(client, stepDown))
      lanes.set(client, lane)
      await enter(client, lane, scope)
      const answer = await act(lane, client)
      client.release()
      return answer
    } catch (error) {
      client.release(connectionIsLost(error))
      throw error
    }
  }
  const told = announcer()
  return {
    dialect: 'postgres',
    isTransaction: false,
    ...told,
    read: (scope, act) => within(scope, (lane) => act(lane.sql)),
    write: (scope, act) =>
      within(scope, ({ sql }, client) => {
        const facts: Fact[] = []
        const outer = { dialect: 'postgres', hear: told.hear } as const
        const tx = joined(outer, sql, holder(client), (fact) => facts.push(fact), copier(client))
        const tell = () => facts.forEach(told.announce)
        return transaction(client, () => act(sql, tx), tell)
      }),
    hold: holdNothing,
    copyIn: null,
    stamp: async () => (await pool.query(STAMP)).rows[0].stamp,
    close: () => pool.end(),
  }
}

/** Which transactions are done: it changes with every one that writes, and never back. */
const STAMP = { name: 'stamp', text: 'select pg_current_snapshot()::text as stamp' }

/** Waits for other writers of the same thing until the transaction ends. */
const holder = (client: pg.PoolClient) => async (key: string) => {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key])
}

async function newLane(client: pg.PoolClient, stepDown: boolean): Promise<Lane> {
  if (stepDown) await client.query(`set role ${APP_ROLE}`)
  return { sql: kyselyOver<Tables>(client), school: null }
}

/** Tells the connection whose rows it may see; only when that changes, which for one school is once. */
async function enter(client: pg.PoolClient, lane: Lane, scope: Scope) {
  const school = schoolSetting(scope)
  if (school === null || school === lane.school) return
  lane.school = null
  await client.query("select set_config('app.school', $1, false)", [school])
  lane.school = school
}

async function transaction<Answer>(client: pg.PoolClient, act: () => Promise<Answer>, committed: () => void) {
  await client.query('begin')
  try {
    const answer = await act()
    const refused = isRefusal(answer)
    await client.query(refused ? 'rollback' : 'commit')
    if (!refused) queueMicrotask(committed)
    return answer
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    if (error instanceof RefusedInside) return error.refusal as Answer
    throw error
  }
}

/** Errors with a five-character code come from the server: the connection itself is well. */
const connectionIsLost = (error: unknown) =>
  error instanceof Error && 'code' in error && !/^[0-9A-Z]{5}$/.test(String(error.code))

const STATEMENTS_KEPT = 500
const statementNames = new Map<string, string>()

/** A name for a statement, so that the server parses and plans it once a connection. */
function nameOf(text: string) {
  const known = statementNames.get(text)
  if (known || statementNames.size >= STATEMENTS_KEPT) return known
  const name = `s${statementNames.size}`
  statementNames.set(text, name)
  return name
}

/** Kysely over one connection that others have taken from the pool and will give back. */
function kyselyOver<Schema>(client: pg.ClientBase) {
  const lane = {
    query: (text: string, values: unknown[]) => client.query({ name: nameOf(text), text, values }),
    release: () => undefined,
  } as unknown as PostgresPoolClient
  const pool = {
    connect: () => Promise.resolve(lane),
    end: () => Promise.resolve(),
  } as unknown as PostgresPool
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}
