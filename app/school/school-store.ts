import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type SchoolId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Actor } from '../session/actor.ts'
import { alike } from './line.ts'
import { DEFAULT_RETENTION_YEARS, type Frames, type Region, type School, type SchoolFacts } from './school.ts'

export type NewSchool = SchoolFacts & {
  readonly language: Language
  readonly firstYear: SchoolYear
  readonly demo?: boolean
}

/** A school without anybody in it yet; who sets it up adds the first person in the same transaction. */
export async function createSchool(db: Db, school: NewSchool, now: Moment): Promise<SchoolId> {
  const id = newId<'school'>()
  const row = {
    id,
    name: school.name,
    brin: school.brin,
    language: school.language,
    coordinator_word: school.coordinatorWord,
    teacher_word: school.teacherWord,
    hours_a_week: null,
    pupils: null,
    retention_years: DEFAULT_RETENTION_YEARS,
    first_year: school.firstYear,
    revision: 1,
    demo_since: school.demo ? now : null,
    gone_at: null,
    created_at: now,
  }
  await db.write('server', (sql) => sql.insertInto('school').values(row).execute())
  return id
}

/** The actor's school. */
export async function readSchool(db: Db, actor: Actor): Promise<School> {
  const row = await db.read(actor, (sql) =>
    sql.selectFrom('school').selectAll().where('id', '=', actor.schoolId).executeTakeFirstOrThrow(),
  )
  return {
    id: row.id,
    name: row.name,
    brin: row.brin,
    language: row.language,
    coordinatorWord: row.coordinator_word,
    teacherWord: row.teacher_word,
    hoursAWeek: row.hours_a_week,
    pupils: row.pupils,
    retentionYears: row.retention_years,
    firstYear: row.first_year,
    region: row.region,
    revision: row.revision,
    demoSince: row.demo_since,
  }
}

type Changes = Partial<
  SchoolFacts & Frames & { retentionYears: number; firstYear: SchoolYear; region: Region }
>

/** Changes what is given, and nothing else. */
export async function changeSchool(db: Db, actor: Actor, changes: Changes): Promise<void> {
  const columns = {
    name: changes.name,
    brin: changes.brin,
    coordinator_word: changes.coordinatorWord,
    teacher_word: changes.teacherWord,
    hours_a_week: changes.hoursAWeek,
    pupils: changes.pupils,
    retention_years: changes.retentionYears,
    first_year: changes.firstYear,
    region: changes.region,
  }
  await db.write(actor, async (sql) => {
    await sql
      .updateTable('school')
      .set((row) => ({ ...columns, revision: row('revision', '+', 1) }))
      .where('id', '=', actor.schoolId)
      .execute()
  })
}

/** Inside the caller's transaction: something changed that a plan page shows, so what was made of it is old. */
export async function schoolChanged(sql: Sql, actor: Actor): Promise<void> {
  await sql
    .updateTable('school')
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .where('id', '=', actor.schoolId)
    .execute()
}

export type SchoolOnServer = { readonly id: SchoolId; readonly name: string; readonly demo: boolean }

/** Every school of this server that can be reached, for the server itself: start, command line, first set-up. */
export async function schoolsOnServer(db: Db): Promise<SchoolOnServer[]> {
  const rows = await db.read('server', (sql) =>
    sql
      .selectFrom('school')
      .select(['id', 'name', 'demo_since'])
      .where('gone_at', 'is', null)
      .orderBy('created_at')
      .execute(),
  )
  return rows.map(({ id, name, demo_since }) => ({ id, name, demo: demo_since !== null }))
}

/** The schools with this name, case and accents aside; the demo school is called 'demo'. */
export async function schoolsCalled(db: Db, name: string): Promise<SchoolOnServer[]> {
  const schools = await schoolsOnServer(db)
  if (alike(name) === 'demo') return schools.filter(({ demo }) => demo)
  return schools.filter((school) => !school.demo && alike(school.name) === alike(name))
}

/** Whether somebody has set up a school here already; the demo school does not count. */
export const isClaimed = async (db: Db) => (await schoolsOnServer(db)).some(({ demo }) => !demo)

/** A demo school that is made anew: it can't be found any more, nor can its sessions. */
export async function retireDemo(db: Db, id: SchoolId, now: Moment): Promise<void> {
  await db.write('server', (sql) =>
    sql
      .updateTable('school')
      .set({ gone_at: now })
      .where('id', '=', id)
      .where('demo_since', 'is not', null)
      .execute(),
  )
}
