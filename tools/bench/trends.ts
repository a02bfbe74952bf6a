import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from '../../app/db/database.ts'
import { openDatabase } from '../../app/db/open.ts'
import { momentOf } from '../../app/kernel/day.ts'
import { newId, type SchoolId } from '../../app/kernel/id.ts'
import { isRefusal } from '../../app/kernel/refusal.ts'
import type { SchoolYear } from '../../app/kernel/school-year.ts'
import { remakeFigures } from '../../app/result/figure-make-store.ts'
import { figuresOf, growthOf, levelPupilsOf } from '../../app/result/figure-store.ts'
import { importResults } from '../../app/result/import-job.ts'
import type { Result } from '../../app/result/result.ts'
import { takeSeriesNumbers } from '../../app/result/result-names-store.ts'
import { createSchool } from '../../app/school/school-store.ts'
import type { Keeper } from '../../app/session/actor.ts'
import type { Cluster } from '../postgres.ts'
import type { Line } from './line.ts'
import { spreadOf } from './spread.ts'
import { bareTimes } from './trends-bare.ts'
import { ROWS_EACH, readingOf, seededResults, writeCsv } from './trends-rows.ts'

const MANY = 1_000_000
const PUPILS_EACH = 200
const ROWS_OF_SCHOOL = PUPILS_EACH * ROWS_EACH
/** Schools before the large import, and in the end: 100,000 and 10,000,000 rows, that import among them. */
const SERIES_OF_SCHOOL = 5
const FEW_SCHOOLS = 10
const MANY_SCHOOLS = 900
const READS = 300

/** Trends on PostgreSQL: importing a million results, reading a school, and making all figures anew. */
export async function theTrends(folder: string, { ownerUrl }: Cluster): Promise<Line[]> {
  const db = await openDatabase({ url: ownerUrl })
  try {
    const keyFile = join(folder, 'notes.key')
    const schools: Keeper[] = []
    for (let no = 0; no < FEW_SCHOOLS; no += 1) {
      schools.push(await newSchool(db, `School ${no}`))
      await bring(db, schools[no] as Keeper, piecesOf(seededResults(PUPILS_EACH, no + 1)), keyFile)
    }
    const school = schools[FEW_SCHOOLS / 2] as Keeper
    await settleDown(db)
    const few = await dashboard(db, school)
    const imported = await largeImport(db, folder, keyFile)
    const bare = await bareTimes(ownerUrl, MANY)
    const remade = await manySchools(db, schools[0] as Keeper)
    await settleDown(db)
    const many = await dashboard(db, school)
    return [
      ...importLines(imported, bare),
      [`figures of a school, ${FEW_SCHOOLS * ROWS_OF_SCHOOL} results in the database`, words(few), ''],
      [
        `the same, ${remade.rows} results in the database`,
        `${words(many)}; × ${(many.p50 / few.p50).toFixed(2)}`,
        'p95 15 ms; × 1.3',
      ],
      [
        `all figures of ${MANY_SCHOOLS} schools made anew from ${remade.rows - MANY - FEW_SCHOOLS * ROWS_OF_SCHOOL} results`,
        seconds(remade.ms),
        '',
      ],
    ]
  } finally {
    await db.close()
  }
}

const words = ({ p50, p95 }: { p50: number; p95: number }) =>
  `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

type Imported = {
  readonly fromFile: number
  readonly again: number
  readonly storing: number
  readonly memory: number
}

function importLines(
  { fromFile, again, storing, memory }: Imported,
  bare: { copy: number; group: number },
): Line[] {
  const all = bare.copy + bare.group
  return [
    [
      'import of 1,000,000 results, from the file to the figures',
      `${seconds(fromFile)}; × ${(fromFile / all).toFixed(2)} of bare`,
      'bare × 3',
    ],
    ['of which after reading the file', seconds(storing), ''],
    [
      'bare: COPY of the same rows, GROUP BY into the same counts',
      `${seconds(bare.copy)} + ${seconds(bare.group)}`,
      '',
    ],
    ['memory of the process, highest', `${memory} MB`, '400 MB'],
    ['the same file again: nothing changes', seconds(again), ''],
  ]
}

async function largeImport(db: Db, folder: string, keyFile: string): Promise<Imported> {
  const file = join(folder, 'results.csv')
  await writeCsv(file, seededResults(MANY / ROWS_EACH, 42))
  const board = await newSchool(db, 'Large')
  let read = 0
  let began = performance.now()
  const watched = async function* () {
    yield* readingOf(file)
    read = performance.now() - began
  }
  const added = await bring(db, board, watched(), keyFile)
  const fromFile = performance.now() - began
  const storing = fromFile - read
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  if (added !== MANY) throw new Error(`${added} results came in`)
  began = performance.now()
  if ((await bring(db, board, readingOf(file), keyFile)) !== 0)
    throw new Error('the same file changed something')
  return { fromFile, storing, memory, again: performance.now() - began }
}

async function* piecesOf(results: Iterable<Result[]>) {
  for (const piece of results) yield piece
}

async function bring(
  db: Db,
  keeper: Keeper,
  rows: AsyncIterable<Result[]>,
  keyFile: string,
): Promise<number> {
  const importing = { supplier: 'Seed', kind: 'sheet', keyFile, now: new Date() } as const
  const done = await importResults(db, keeper, rows, importing)
  if (isRefusal(done)) throw new Error(done.refused)
  return done.added + done.replaced
}

async function newSchool(db: Db, name: string): Promise<Keeper> {
  const facts = { name, brin: null, coordinatorWord: 'ib', teacherWord: 'leraar' } as const
  const more = { language: 'nl', firstYear: '2025-2026' as SchoolYear, demo: false } as const
  return { kind: 'keeper', schoolId: await createSchool(db, { ...facts, ...more }, momentOf(new Date())) }
}

const settleDown = (db: Db) => db.read('server', (within) => sql`analyze`.execute(within))

/** All figures of the whole school: what its page of trends reads. Milliseconds. */
async function dashboard(db: Db, keeper: Keeper) {
  const times: number[] = []
  for (let round = 0; round < READS; round += 1) {
    const began = performance.now()
    const figures = await figuresOf(db, keeper, { groups: 'school' })
    await growthOf(db, keeper, { groups: 'school' })
    await levelPupilsOf(db, keeper)
    times.push(performance.now() - began)
    if (figures.length === 0) throw new Error('no figures')
  }
  return spreadOf(times.slice(READS / 10))
}

/** The rows of one school in many more, and the figures of each made from them. */
async function manySchools(db: Db, like: Keeper): Promise<{ rows: number; ms: number }> {
  const ids = Array.from({ length: MANY_SCHOOLS - FEW_SCHOOLS }, () => newId<'school'>())
  for (const id of ids) await copySchool(db, like.schoolId, id)
  await settleDown(db)
  const began = performance.now()
  for (const schoolId of ids) await remakeFigures(db, { kind: 'keeper', schoolId })
  const ms = performance.now() - began
  const { rows } = await db.read('server', (within) =>
    within
      .selectFrom('result')
      .select((of) => of.fn.countAll<string>().as('rows'))
      .executeTakeFirstOrThrow(),
  )
  return { rows: Number(rows), ms }
}

const COLUMNS = 'school_year, year_group, moment, pupil, group_no, score, level, reference, exempt, import_no'

/** School, groups, series under numbers of their own, results. */
async function copySchool(db: Db, from: SchoolId, to: SchoolId): Promise<void> {
  const first = await takeSeriesNumbers(db, SERIES_OF_SCHOOL)
  await db.write('server', async (within) => {
    const school = await within
      .selectFrom('school')
      .selectAll()
      .where('id', '=', from)
      .executeTakeFirstOrThrow()
    await within
      .insertInto('school')
      .values({ ...school, id: to, name: to })
      .execute()
    await sql`insert into result_group (school_id, no, name)
      select ${to}, no, name from result_group where school_id = ${from}`.execute(within)
    const series = await within
      .selectFrom('result_series')
      .selectAll()
      .where('school_id', '=', from)
      .execute()
    for (const [place, one] of series.entries()) {
      const no = first + place
      await within
        .insertInto('result_series')
        .values({ ...one, school_id: to, no })
        .execute()
      await sql`insert into result (school_id, series_no, ${sql.raw(COLUMNS)})
        select ${to}, ${sql.lit(no)}, ${sql.raw(COLUMNS)} from result where series_no = ${one.no}`.execute(
        within,
      )
    }
  })
}
