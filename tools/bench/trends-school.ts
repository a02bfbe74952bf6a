import { sql } from 'kysely'
import type { Db } from '../../app/db/database.ts'
import { momentOf } from '../../app/kernel/day.ts'
import { isRefusal } from '../../app/kernel/refusal.ts'
import type { SchoolYear } from '../../app/kernel/school-year.ts'
import { figuresOf, growthOf, levelPupilsOf } from '../../app/result/figure-store.ts'
import { importResults } from '../../app/result/import-job.ts'
import type { Result } from '../../app/result/result.ts'
import { createSchool } from '../../app/school/school-store.ts'
import type { Keeper } from '../../app/session/actor.ts'
import { spreadOf } from './spread.ts'

const READS = 300

export async function newSchool(db: Db, name: string): Promise<Keeper> {
  const facts = { name, brin: null, coordinatorWord: 'ib', teacherWord: 'leraar' } as const
  const more = { language: 'nl', firstYear: '2025-2026' as SchoolYear, demo: false } as const
  return { kind: 'keeper', schoolId: await createSchool(db, { ...facts, ...more }, momentOf(new Date())) }
}

/** Takes results in; how many changed something. */
export async function bring(
  db: Db,
  keeper: Keeper,
  rows: Iterable<Result[]>,
  keyFile: string,
): Promise<number> {
  const importing = { supplier: 'Seed', kind: 'sheet', keyFile, now: new Date() } as const
  const done = await importResults(db, keeper, piecesOf(rows), importing)
  if (isRefusal(done)) throw new Error(done.refused)
  return done.added + done.replaced
}

async function* piecesOf(results: Iterable<Result[]>) {
  yield* results
}

/** As the database does by itself after a while. */
export const settleDown = (db: Db) => db.read('server', (within) => sql`vacuum analyze`.execute(within))

/** All figures of the whole school: what its page of trends reads. Milliseconds. */
export async function dashboard(db: Db, keeper: Keeper) {
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

export const wordsOf = ({ p50, p95 }: { p50: number; p95: number }) =>
  `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`

export async function countOf(db: Db, table: 'result'): Promise<number> {
  const { rows } = await db.read('server', (within) =>
    within
      .selectFrom(table)
      .select((of) => of.fn.countAll<string>().as('rows'))
      .executeTakeFirstOrThrow(),
  )
  return Number(rows)
}
