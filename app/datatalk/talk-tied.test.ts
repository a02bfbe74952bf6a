import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Db, Sql } from '../db/database.ts'
import { migrate, STEPS, stepsDone } from '../db/migrate.ts'
import { openDatabase } from '../db/open.ts'
import { postgresGuards } from '../db/postgres-guards.ts'
import { SQLITE_FILE, sqliteGuards } from '../db/sqlite.ts'
import { sqliteDialect } from '../db/sqlite-driver.ts'
import type { Tables } from '../db/tables.ts'
import { newId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import { type Tied, tiedOf } from './talk-tied-store.ts'

const AT = '2026-11-19T09:00:00.000Z'
const BEFORE = STEPS.slice(0, STEPS.findIndex(({ name }) => name === '0032-analysis') + 1)

/** A school with a talk as it lay in the database up to step 0032, and what went along with that talk. */
function oldSchool() {
  const [planId, entryId, amendmentId] = [newId<'plan'>(), newId<'entry'>(), newId<'amendment'>()]
  const places = [{ planId, entryId, amendmentId: null }, { planId, entryId: null, amendmentId }, null]
  return {
    id: newId<'school'>(),
    talk: newId<'data-talk'>(),
    tied: places.map((was): Tied => ({ ambition: newId<'ambition'>(), was })),
  }
}
type OldSchool = ReturnType<typeof oldSchool>

async function writeOld(into: Sql, { id, talk, tied }: OldSchool) {
  await sql`insert into school
    (id, name, language, coordinator_word, teacher_word, retention_years, first_year, revision, created_at)
    values (${id}, 'De Regenboog', 'nl', 'ib', 'leerkracht', 2, '2026-2027', 1, ${AT})`.execute(into)
  await sql`insert into data_talk (id, school_id, subject, school_year, begun_at, revision, changed_at)
    values (${talk}, ${id}, '', '2026-2027', ${AT}, 1, ${AT})`.execute(into)
  const lines = [
    { part: 'cause', words: 'De tafels', fact: null },
    { part: 'data', words: '', fact: '{"about":"tied"}' },
    ...tied.map((one) => ({ part: 'tied', words: '', fact: JSON.stringify(one) })),
  ]
  for (const { part, words, fact } of lines)
    await sql`insert into data_talk_line
      (id, school_id, talk_id, part, fact, words, written_at, changed_at, revision)
      values (${newId<'talk-line'>()}, ${id}, ${talk}, ${part}, ${fact}, ${words}, ${AT}, ${AT}, 1)`.execute(
      into,
    )
}

/** What stands in the database of a talk, as its own school reads it. */
async function standing(db: Db, { id, talk }: Pick<OldSchool, 'id' | 'talk'>) {
  const keeper: Actor = { kind: 'keeper', schoolId: id }
  const lines = await db.read(keeper, (within) =>
    within.selectFrom('data_talk_line').select('part').where('talk_id', '=', talk).orderBy('part').execute(),
  )
  return { lines: lines.map(({ part }) => part), tied: sorted(await tiedOf(db, keeper, { id: talk })) }
}
const sorted = (tied: readonly Tied[]) =>
  tied.toSorted((one, other) => (one.ambition < other.ambition ? -1 : 1))

type Before = {
  readonly old: Kysely<Tables>
  readonly guards: typeof sqliteGuards
  readonly close: () => unknown
}

/** Writes two schools at step 0032, and opens the database as the program does. */
async function broughtUp({ old, guards, close }: Before, open: () => Promise<Db>) {
  await migrate(old as unknown as Kysely<never>, guards, BEFORE)
  expect((await stepsDone(old as unknown as Kysely<never>)).at(-1)).toBe('0032-analysis')
  const schools = [oldSchool(), oldSchool()] as const
  for (const school of schools) await writeOld(old, school)
  await close()
  const db = await open()
  onTestFinished(() => db.close())
  return { db, schools }
}

async function expectAll({ db, schools }: Awaited<ReturnType<typeof broughtUp>>) {
  const [first, second] = schools
  for (const school of schools)
    expect(await standing(db, school)).toEqual({ lines: ['cause', 'data'], tied: sorted(school.tied) })
  expect((await standing(db, { id: first.id, talk: second.talk })).tied).toEqual([])
}

describe('what went along with a talk, in a database of before it had a table', () => {
  it('comes through on SQLite', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rode-draad-tied-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const writer = new DatabaseSync(join(folder, SQLITE_FILE))
    const old = new Kysely<Tables>({ dialect: sqliteDialect(writer) })
    const before = { old, guards: sqliteGuards, close: () => writer.close() }
    await expectAll(await broughtUp(before, () => openDatabase({ dataDir: folder })))
  })

  // With all tests this is an owner whom row level security binds: it finds the rows of every school all the same.
  const server = process.env['TEST_DATABASE_URL']
  it.runIf(server)('comes through on PostgreSQL', async () => {
    const url = await emptyDatabase(server ?? '')
    const pool = new pg.Pool({ connectionString: url, max: 1 })
    const old = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
    await sql`select set_config('app.school', '*', false)`.execute(old)
    const before = { old, guards: postgresGuards, close: () => old.destroy() }
    await expectAll(await broughtUp(before, () => openDatabase({ url })))
  })
})

/** The address of a database without anything in it. */
async function emptyDatabase(server: string): Promise<string> {
  const name = `rode_draad_test_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  onTestFinished(async () => {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.end()
  })
  await client.query(`create database ${name}`)
  return Object.assign(new URL(server), { pathname: `/${name}` }).href
}
