import { setImmediate as breath } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { CopyIn, Db, Sql } from '../db/database.ts'
import { RefusedInside, refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { FigureCounts } from './figure-count.ts'
import type { Numbers } from './result-names-store.ts'
import { type Packed, packedRows, type ResultPack } from './result-pack.ts'

/** Sole writer of result and result_before, with `import-store` and `result-tidy-store`. */

/** What one import writes: its number, the numbers of its series and groups, and the years that are over. */
export type Writing = {
  readonly importNo: number
  readonly numbersFor: (pack: ResultPack) => Promise<Numbers>
  readonly closed: ReadonlySet<number>
  readonly signal: AbortSignal | undefined
}

export type Written = {
  /** How many came in. */
  count: number
  added: number
  replaced: number
  closed: number
  /** All results of the school, counted while they came in, when these are its first. */
  all: FigureCounts | null
}

const COLUMNS = [
  'series_no',
  'school_year',
  'year_group',
  'moment',
  'pupil',
  'group_no',
  'score',
  'level',
] as const
const ALL = [...COLUMNS, 'reference', 'exempt'] as const
const VALUES = ['group_no', 'score', 'level', 'reference', 'exempt'] as const
const KEY = ['series_no', 'pupil', 'school_year', 'moment', 'year_group'] as const

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

/** Throws the refusal when whoever started it wants no more. */
export function stopWhenCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new RefusedInside(refuse('cancelled'))
}

/** SQLite takes rows in so many at a time, and lets others have a turn in between. */
const BATCH = 10_000
const AT_ONCE = 500

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
  const written = { count: 0, added: 0, replaced: 0, closed: 0, all: isFirst ? new FigureCounts() : null }
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

type Work = {
  readonly tx: Db
  readonly within: Sql
  readonly actor: Actor
  readonly writing: Writing
  readonly written: Written
  /** The school had no results before. */
  readonly isFirst: boolean
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
    written.all?.add(open)
    yield open
  }
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

const names = (columns: readonly string[], table = '') =>
  sql.raw(columns.map((name) => (table ? `${table}.${name}` : name)).join(', '))

const each = (
  columns: readonly string[],
  of: (name: string) => string,
  between: string,
): RawBuilder<unknown> => sql.raw(columns.map(of).join(between))

/** The school is said on the side of the stored rows: what comes in has none. */
const isSame = each(KEY, (name) => `r.${name} = i.${name}`, ' and ')
const differs = each(VALUES, (name) => `r.${name} is distinct from i.${name}`, ' or ')

async function settle(work: Work) {
  const { within, actor, writing, written, isFirst } = work
  stopWhenCancelled(writing.signal)
  if (!isFirst) written.replaced += await replace(work)
  stopWhenCancelled(writing.signal)
  const added = await sql`${adding(actor, writing)} on conflict do nothing`.execute(within)
  written.added += Number(added.numAffectedRows ?? 0)
}

const adding = ({ schoolId }: Actor, { importNo }: Writing) =>
  sql`insert into result (school_id, ${names(ALL)}, import_no)
    select ${schoolId}, ${names(ALL)}, ${sql.lit(importNo)} from result_incoming where true`

const UNIQUE_VIOLATION = '23505'

/**
 * PostgreSQL, for the first results of a school: nothing can be there already, so they go in in half the time. False,
 * and nothing done, when a result comes twice.
 */
async function addEachOnce({ within, actor, writing, written }: Work): Promise<boolean> {
  await sql`savepoint adding`.execute(within)
  try {
    const added = await adding(actor, writing).execute(within)
    written.added += Number(added.numAffectedRows ?? 0)
    await sql`release savepoint adding`.execute(within)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION)) throw error
    await sql`rollback to savepoint adding`.execute(within)
    return false
  }
}

/**
 * What comes in beside what stands there. On PostgreSQL each is looked up by itself, for what the planner knows of a
 * table is of before this import.
 */
const pairs = ({ tx: { dialect }, actor: { schoolId } }: Work) =>
  dialect === 'postgres'
    ? sql`result_incoming i cross join lateral
        (select *, ctid as place from result r where school_id = ${schoolId} and ${isSame} offset 0) r`
    : sql`result_incoming i join result r on r.school_id = ${schoolId} and ${isSame}`

async function replace(work: Work): Promise<number> {
  const { within, tx, actor, writing } = work
  const other = sql`(${differs}) and r.import_no <> ${sql.lit(writing.importNo)}`
  const before = await sql`insert into result_before (school_id, ${names(ALL)}, import_no)
    select r.school_id, ${names(ALL, 'r')}, r.import_no from ${pairs(work)} where ${other}
    on conflict do nothing`.execute(within)
  if (Number(before.numAffectedRows ?? 0) === 0) return 0
  const set = sql`update result as r set ${each(VALUES, (name) => `${name} = i.${name}`, ', ')},
    import_no = ${sql.lit(writing.importNo)}`
  const replaced =
    tx.dialect === 'postgres'
      ? await sql`${set} from (select r.place, ${names(VALUES, 'i')} from ${pairs(work)} where ${other}) i
          where r.ctid = i.place`.execute(within)
      : await sql`${set} from result_incoming i where r.school_id = ${actor.schoolId} and ${isSame}
          and ${other}`.execute(within)
  return Number(replaced.numAffectedRows ?? 0)
}
