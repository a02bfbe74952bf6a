import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from '../../app/db/database.ts'
import { openDatabase } from '../../app/db/open.ts'
import { newId, type SchoolId } from '../../app/kernel/id.ts'
import { remakeFigures } from '../../app/result/figure-make-store.ts'
import { takeSeriesNumbers } from '../../app/result/result-names-store.ts'
import type { Keeper } from '../../app/session/actor.ts'
import type { Cluster } from '../postgres.ts'
import type { Line } from './line.ts'
import { fileLines } from './trends-file.ts'
import { ROWS_EACH, seededResults } from './trends-rows.ts'
import { bring, countOf, dashboard, newSchool, settleDown, wordsOf } from './trends-school.ts'

const PUPILS_EACH = 200
const ROWS_OF_SCHOOL = PUPILS_EACH * ROWS_EACH
const SERIES_OF_SCHOOL = 5
/** Schools of 10,000 results: before the large imports, and in the end, when there are 10,000,000 with those. */
const FEW_SCHOOLS = 10
const MANY_SCHOOLS = 700

/** Trends on PostgreSQL: importing a million results, reading a school, and making all figures anew. */
export async function theTrends(folder: string, { ownerUrl }: Cluster): Promise<Line[]> {
  const db = await openDatabase({ url: ownerUrl })
  try {
    const keyFile = join(folder, 'notes.key')
    const schools: Keeper[] = []
    for (let no = 0; no < FEW_SCHOOLS; no += 1) {
      schools.push(await newSchool(db, `School ${no}`))
      await bring(db, schools[no] as Keeper, seededResults(PUPILS_EACH, no + 1), keyFile)
    }
    const school = schools[FEW_SCHOOLS / 2] as Keeper
    await settleDown(db)
    const few = await dashboard(db, school)
    const imported = await fileLines({ url: ownerUrl, folder, keyFile }, () => newSchool(db, 'Large'))
    const ms = await manySchools(db, schools[0] as Keeper)
    await settleDown(db)
    const many = await dashboard(db, school)
    const rows = await countOf(db, 'result')
    return [
      ...imported,
      [`figures of a school, ${FEW_SCHOOLS * ROWS_OF_SCHOOL} results in the database`, wordsOf(few), ''],
      [
        `the same, ${rows} results in the database`,
        `${wordsOf(many)}; × ${(many.p50 / few.p50).toFixed(2)}`,
        'p95 15 ms; × 1.3',
      ],
      [
        `all figures of ${MANY_SCHOOLS - FEW_SCHOOLS} schools made anew from ${(MANY_SCHOOLS - FEW_SCHOOLS) * ROWS_OF_SCHOOL} results`,
        `${(ms / 1000).toFixed(1)} s`,
        '',
      ],
    ]
  } finally {
    await db.close()
  }
}

/** The rows of one school in many more, and the figures of each made from them: how long that last takes. */
async function manySchools(db: Db, like: Keeper): Promise<number> {
  const ids = Array.from({ length: MANY_SCHOOLS - FEW_SCHOOLS }, () => newId<'school'>())
  for (const id of ids) await copySchool(db, like.schoolId, id)
  await settleDown(db)
  const began = performance.now()
  for (const schoolId of ids) await remakeFigures(db, { kind: 'keeper', schoolId })
  return performance.now() - began
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
