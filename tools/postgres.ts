import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** A PostgreSQL of our own, in a folder that is thrown away. */
export type Cluster = {
  /** May make databases and owns what it makes; no superuser, bound by row level security as an owner is. */
  readonly ownerUrl: string
  /** Owns nothing and does not bypass row level security; may read and write the owner's tables. */
  readonly appUrl: string
  readonly superUrl: string
  readonly version: string
  /** The process of the server; its children are the connections. */
  readonly pid: number
  stop(): Promise<void>
}

const NEEDED = ['initdb', 'postgres']

/** The folder with PostgreSQL's programs: in the path, or where Debian keeps them (the newest); null without one. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map((one) => join(debian, one, 'bin')),
  ]
  return folders.find((folder) => NEEDED.every((name) => existsSync(join(folder, name)))) ?? null
}

/**
 * Starts a cluster on loopback.
 *
 * @param durable false for tests: no fsync, so that thousands of small writes cost nothing
 */
export async function startCluster(bin: string, { durable }: { durable: boolean }): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'rode-draad-pg-'))
  const who = unprivileged()
  if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid)
  const port = await freePort()
  makeCluster(bin, folder, who)
  const server = spawn(join(bin, 'postgres'), serverArguments(folder, port, durable), {
    ...who,
    cwd: folder,
    stdio: 'ignore',
  })
  const superUrl = `postgres://postgres@127.0.0.1:${port}/postgres`
  const stop = () => stopCluster(server, folder)
  try {
    await answers(superUrl, server)
    const version = await makeRoles(superUrl)
    const urlOf = (role: string) => `postgres://${role}@127.0.0.1:${port}/${DATABASE}`
    return {
      ownerUrl: urlOf('owner'),
      appUrl: urlOf(APP_ROLE),
      superUrl,
      version,
      pid: server.pid ?? 0,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

type Who = { uid?: number; gid?: number }

/** PostgreSQL refuses to run as root: then it runs as its own user, or else as nobody. */
function unprivileged(): Who {
  if (process.getuid?.() !== 0) return {}
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new Error('no unprivileged user to run PostgreSQL as')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

function makeCluster(bin: string, folder: string, who: Who) {
  const args = [
    '-D',
    folder,
    '-U',
    'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
    '--no-instructions',
  ]
  const made = spawnSync(join(bin, 'initdb'), args, { ...who, cwd: folder, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error?.message}`)
}

function serverArguments(folder: string, port: number, durable: boolean) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: folder,
    max_connections: 200,
  }
  const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }
  const all = Object.entries(durable ? settings : { ...settings, ...careless })
  return ['-D', folder, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

function freePort() {
  return new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function answers(url: string, server: ChildProcess) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (server.exitCode !== null) throw new Error(`postgres ended with code ${server.exitCode}`)
    const client = new pg.Client(url)
    const connected = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => undefined)
    if (connected) return
    await pause(100)
  }
  throw new Error('postgres does not answer')
}

/** The role that the program's own connections step down to. */
const APP_ROLE = 'rode_draad_app'
const DATABASE = 'rode_draad'

/** New databases are made from template1, so what the app role may do there it may do in each of them. */
async function makeRoles(superUrl: string) {
  const client = new pg.Client(superUrl.replace(/postgres$/, 'template1'))
  await client.connect()
  try {
    await client.query('create role owner login createdb')
    // Between tests a database is emptied, sealed rows too: that takes triggers that are off.
    await client.query('grant set on parameter session_replication_role to owner')
    await client.query(`create role ${APP_ROLE} login`)
    await client.query(
      `alter default privileges for role owner grant select, insert, update, delete on tables to ${APP_ROLE}`,
    )
    await client.query(`create database ${DATABASE} owner owner`)
    const { rows } = await client.query('show server_version')
    return String(rows[0].server_version).split(' ')[0] ?? ''
  } finally {
    await client.end()
  }
}

async function stopCluster(server: ChildProcess, folder: string) {
  if (server.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    // Fast shutdown: connections are closed, nothing is waited for.
    server.kill('SIGINT')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
}
