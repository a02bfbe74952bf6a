import { setImmediate as breath } from 'node:timers/promises'
import { sql } from 'kysely'
import type { CopyIn, Db, Sql } from '../db/database.ts'
import type { Actor } from '../session/actor.ts'
import { FigureCounts } from './figure-count.ts'
import { placeNo } from './other-pupils-store.ts'
import type { Numbers } from './result-names-store.ts'
import { type Packed, packedRows, type ResultPack } from './result-pack.ts'
import {
  ALL,
  addEachOnce,
  names,
  settle,
  stopWhenCancelled,
  type Work,
  type Writing,
  type Written,
} from './result-settle-store.ts'

/** Sole writer of result and result_before, with `result-settle-store`, `import-store` and `result-tidy-store`. */

type Cell = number | null
type Line = readonly Cell[]

const orNull = (value: number) => (value < 0 || Number.isNaN(value) ? null : value)

/** With the numbers of the tables. */
const numbered = (row: Packed, { series, groups }: Numbers): Packed => ({
  ...row,
  series: series[row.series] ?? 0,
  group: row.group < 0 ? 0 : (groups[row.group] ?? 0),
})

const lineOf = (row: Packed): Line => [
  row.series,
  row.year,
  row.yearGroup,
  row.moment,
  row.pupil,
  row.group,
  // A score can be below nought.
  Number.isNaN(row.score) ? null : row.score,
  orNull(row.level),
  orNull(row.reference),
  row.exempt,
]

/** SQLite takes rows in so many at a time, and lets others have a turn in between: a tenth of a second. */
const BATCH = 1000
const AT_ONCE = 250

/**
 * Lays results in the school, inside the caller's transaction: new ones are added, other values replace what was there
 * (which is kept for undoing), equal ones are left.
 */
export async function writeResults(
  tx: Db,
  within: Sql,
  actor: Actor,
  packs: AsyncIterable<ResultPack>,
  writing: Writing,
): Promise<Written> {
  const isFirst = !(await hasResults(within, actor))
  const all = isFirst ? new FigureCounts() : null
  const written: Written = { count: 0, added: 0, replaced: 0, closed: 0, places: new Map(), all }
  const work: Work = { tx, within, actor, writing, written, isFirst }
  await sql`create temp table result_incoming (series_no integer, school_year smallint, year_group smallint,
    moment smallint, pupil bigint, group_no integer, score bigint, level smallint, reference smallint,
    exempt smallint)`.execute(within)
  for await (const pack of packs) {
    stopWhenCancelled(writing.signal)
    const rows = openRows(pack, await writing.numbersFor(pack), work)
    await (tx.copyIn ? copyRows(work, tx.copyIn, rows) : insertRows(work, rows))
  }
  await sql`drop table result_incoming`.execute(within)
  // Who came twice was counted twice.
  const isEachOnce = written.added === written.count - written.closed
  return { ...written, all: isEachOnce ? written.all : null }
}

/** PostgreSQL. */
async function copyRows(work: Work, copyIn: CopyIn, rows: Iterable<Packed>) {
  const { within, writing, isFirst } = work
  await copyIn(`result_incoming (${ALL.join(', ')})`, copyPieces(rows, writing.signal))
  stopWhenCancelled(writing.signal)
  if (!(isFirst && (await addEachOnce(work)))) await settle(work)
  await sql`truncate result_incoming`.execute(within)
}

/** SQLite: so many at a time, and others have a turn in between. */
async function insertRows(work: Work, rows: Iterable<Packed>) {
  for (const batch of batchesOf(rows, BATCH)) {
    await fill(work.within, batch.map(lineOf))
    await settle(work)
    await sql`delete from result_incoming`.execute(work.within)
    stopWhenCancelled(work.writing.signal)
    await breath()
  }
}

/** What begins every reading of a school's results: their index knows series, no schools. */
export const ofSchool = ({ schoolId }: Pick<Actor, 'schoolId'>) =>
  sql<boolean>`school_id = ${schoolId} and series_no in (select no from result_series where school_id = ${schoolId})`

export const hasResults = (within: Sql, actor: Actor) =>
  within.selectFrom('result').select('pupil').where(ofSchool(actor)).limit(1).executeTakeFirst()

/** Without those of years that are over. */
function* openRows(pack: ResultPack, numbers: Numbers, { writing, written }: Work): Generator<Packed> {
  written.count += pack.count
  for (const row of packedRows(pack)) {
    if (writing.closed.has(row.year)) {
      written.closed += 1
      continue
    }
    const open = numbered(row, numbers)
    if (written.all) written.all.add(open)
    else countPlace(written.places, open)
    yield open
  }
}

function countPlace(places: Map<number, number>, row: Packed) {
  const place = placeNo(row)
  places.set(place, (places.get(place) ?? 0) + 1)
}

function* batchesOf<One>(ones: Iterable<One>, size: number): Generator<One[]> {
  let batch: One[] = []
  for (const one of ones) {
    batch.push(one)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Text for COPY, some thousand lines in a piece. */
function* copyPieces(rows: Iterable<Packed>, signal: AbortSignal | undefined): Generator<string> {
  for (const batch of batchesOf(rows, 2000)) {
    stopWhenCancelled(signal)
    let piece = ''
    for (const row of batch)
      piece += `${lineOf(row)
        .map((cell) => cell ?? '\\N')
        .join('\t')}\n`
    yield piece
  }
}

async function fill(within: Sql, batch: readonly Line[]) {
  for (let from = 0; from < batch.length; from += AT_ONCE) {
    const rows = batch.slice(from, from + AT_ONCE).map((line) => sql`(${sql.join([...line])})`)
    await sql`insert into result_incoming (${names(ALL)}) values ${sql.join(rows)}`.execute(within)
  }
}
