import { join } from 'node:path'
import { type Db } from '../../app/db/database.ts'
import { openDatabase } from '../../app/db/open.ts'
import type { SchoolYear } from '../../app/kernel/school-year.ts'
import { boardOf } from '../../app/trend/board-store.ts'
import { saveYear } from '../../app/trend/context-store.ts'
import type { Cluster } from '../postgres.ts'
import type { Line } from './line.ts'
import { seededTests } from './trends-rows.ts'
import { bring, countOf, dashboard, newSchool, settleDown, wordsOf } from './trends-school.ts'

const BOARD = 50
const COUNTRY = 6000
/** Schools that come in at the same time. */
const AT_ONCE = 4

/** A board of fifty schools, and a country: five years of the doorstroomtoets of each, taken in by the product itself. */
export async function countryLines(folder: string, { ownerUrl }: Cluster): Promise<Line[]> {
  const db = await openDatabase({ url: ownerUrl })
  try {
    const keyFile = join(folder, 'country.key')
    await load(db, keyFile, 0, BOARD)
    await settleDown(db)
    const board = await readBoard(db, BOARD)
    const began = performance.now()
    await load(db, keyFile, BOARD, COUNTRY)
    const loading = performance.now() - began
    await settleDown(db)
    const country = await readBoard(db, COUNTRY)
    const school = await dashboard(db, await newSchoolWithTests(db, keyFile, COUNTRY))
    const rows = await countOf(db, 'result')
    return [
      [`board of ${BOARD} schools: pooled figures and verdicts of all`, `${board.toFixed(0)} ms`, ''],
      [
        `country: ${COUNTRY} schools × 5 years (${rows} results) taken in, each school by itself with its figures`,
        `${((loading * COUNTRY) / (COUNTRY - BOARD) / 1000).toFixed(0)} s, ${(loading / (COUNTRY - BOARD)).toFixed(1)} ms a school`,
        '',
      ],
      [`country: pooled figures and verdicts of all`, `${(country / 1000).toFixed(1)} s`, ''],
      ['country: figures of one school', wordsOf(school), 'p95 15 ms'],
    ]
  } finally {
    await db.close()
  }
}

async function load(db: Db, keyFile: string, from: number, until: number) {
  let next = from
  const one = async () => {
    while (next < until) await newSchoolWithTests(db, keyFile, next++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
}

async function newSchoolWithTests(db: Db, keyFile: string, no: number) {
  const school = await newSchool(db, `School ${no}`)
  const typed = { weighting: 22 + (no % 16), spread: null, pupils: null, note: '', changedAt: null }
  await saveYear(db, school, '2024-2025' as SchoolYear, typed, new Date())
  await bring(db, school, seededTests(no + 1), keyFile)
  return school
}

async function readBoard(db: Db, expected: number): Promise<number> {
  const began = performance.now()
  const schools = await boardOf(db)
  if (schools.length !== expected) throw new Error(`${schools.length} schools`)
  return performance.now() - began
}
