import { setImmediate as breath } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { CopyIn, Db, Sql } from '../db/database.ts'
import { RefusedInside, refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
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
  /** The table that holds all results of the school as they came in, when these are its first; the caller drops it. */
  all: 'result_incoming' | null
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

function lineOf(row: Packed, { series, groups }: Numbers): Line {
  return [
    series[row.series] ?? 0,
    row.year,
    row.yearGroup,
    row.moment,
    row.pupil,
    row.group < 0 ? 0 : (groups[row.group] ?? 0),
    // A score can be below nought.
    Number.isNaN(row.score) ? null : row.score,
    orNull(row.level),
    orNull(row.reference),
    row.exempt,
  ]
}

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
  const written: Written = { count: 0, added: 0, replaced: 0, closed: 0, all: null }
  const isFirst = !(await hasResults(within, actor))
  await sql`create temp table result_incoming (series_no integer, school_year smallint, year_group smallint,
    moment smallint, pupil bigint, group_no integer, score bigint, level smallint, reference smallint,
    exempt smallint, at integer generated always as (school_year * 4 + moment) stored,
    is_stale smallint default 1, is_grown smallint default 1)`.execute(within)
  const work: Work = { within, actor, writing, written, isFirst }
  await (tx.copyIn ? copyPacks(work, tx.copyIn, packs) : insertPacks(work, packs))
  if (written.all === null) await dropIncoming(within, tx)
  return written
}

/** Drops the table that `writeResults` left, with its slices. */
export const dropIncoming = (within: Sql, { dialect }: Pick<Db, 'dialect'>) =>
  sql`drop table result_incoming ${sql.raw(dialect === 'postgres' ? 'cascade' : '')}`.execute(within)

type Work = {
  readonly within: Sql
  readonly actor: Actor
  readonly writing: Writing
  readonly written: Written
  /** The school had no results before. */
  readonly isFirst: boolean
}

/**
 * PostgreSQL. Of a school without results each pack goes in while the next is read; of another one all of them are
 * compared at the end.
 */
async function copyPacks(work: Work, copyIn: CopyIn, packs: AsyncIterable<ResultPack>) {
  const { within, writing, written } = work
  let isEachOnce = work.isFirst
  let slices = 0
  for await (const pack of packs) {
    stopWhenCancelled(writing.signal)
    const numbers = await writing.numbersFor(pack)
    const slice = `result_incoming_${slices++}`
    await sql`create temp table ${sql.table(slice)} () inherits (result_incoming)`.execute(within)
    const lines = openLines(pack, numbers, work)
    await copyIn(`${slice} (${ALL.join(', ')})`, copyPieces(lines, writing.signal))
    stopWhenCancelled(writing.signal)
    if (isEachOnce) isEachOnce = await addEachOnce(work, slice)
  }
  if (isEachOnce && written.added > 0) written.all = 'result_incoming'
  else if (!isEachOnce) await settle(work, work.isFirst)
}

/** SQLite: so many at a time, and others have a turn in between. */
async function insertPacks(work: Work, packs: AsyncIterable<ResultPack>) {
  const { within, writing } = work
  for await (const pack of packs)
    for (const batch of batchesOf(openLines(pack, await writing.numbersFor(pack), work), BATCH)) {
      await fill(within, batch)
      await settle(work, work.isFirst)
      await sql`delete from result_incoming`.execute(within)
      stopWhenCancelled(writing.signal)
      await breath()
    }
}

/** What begins every reading of a school's results: their index knows series, no schools. */
export const ofSchool = ({ schoolId }: Pick<Actor, 'schoolId'>) =>
  sql<boolean>`school_id = ${schoolId} and series_no in (select no from result_series where school_id = ${schoolId})`

export const hasResults = (within: Sql, actor: Actor) =>
  within.selectFrom('result').select('pupil').where(ofSchool(actor)).limit(1).executeTakeFirst()

/** Without those of years that are over. */
function* openLines(pack: ResultPack, numbers: Numbers, { writing, written }: Work): Generator<Line> {
  written.count += pack.count
  for (const row of packedRows(pack)) {
    if (writing.closed.has(row.year)) written.closed += 1
    else yield lineOf(row, numbers)
  }
}

function* batchesOf(lines: Iterable<Line>, size: number): Generator<Line[]> {
  let batch: Line[] = []
  for (const line of lines) {
    batch.push(line)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Text for COPY, some thousand lines in a piece. */
function* copyPieces(lines: Iterable<Line>, signal: AbortSignal | undefined): Generator<string> {
  for (const batch of batchesOf(lines, 2000)) {
    stopWhenCancelled(signal)
    let piece = ''
    for (const line of batch) piece += `${line.map((cell) => cell ?? '\\N').join('\t')}\n`
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

async function settle({ within, actor, writing, written }: Work, isFirst: boolean) {
  stopWhenCancelled(writing.signal)
  if (!isFirst) written.replaced += await replace(within, actor, writing)
  stopWhenCancelled(writing.signal)
  const added = await sql`${adding(actor, writing, 'result_incoming')} on conflict do nothing`.execute(within)
  written.added += Number(added.numAffectedRows ?? 0)
}

const adding = ({ schoolId }: Actor, { importNo }: Writing, from: string) =>
  sql`insert into result (school_id, ${names(ALL)}, import_no)
    select ${schoolId}, ${names(ALL)}, ${sql.lit(importNo)} from ${sql.table(from)} where true`

const UNIQUE_VIOLATION = '23505'

/**
 * PostgreSQL, for the first results of a school: nothing can be there already, so they go in in half the time. False,
 * and nothing done, when a result comes twice.
 */
async function addEachOnce({ within, actor, writing, written }: Work, slice: string): Promise<boolean> {
  await sql`savepoint adding`.execute(within)
  try {
    const added = await adding(actor, writing, slice).execute(within)
    written.added += Number(added.numAffectedRows ?? 0)
    await sql`release savepoint adding`.execute(within)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION)) throw error
    await sql`rollback to savepoint adding`.execute(within)
    return false
  }
}

async function replace(within: Sql, { schoolId }: Actor, { importNo }: Writing): Promise<number> {
  await sql`insert into result_before (school_id, ${names(ALL)}, import_no)
    select r.school_id, ${names(ALL, 'r')}, r.import_no from result_incoming i
    join result r on r.school_id = ${schoolId} and ${isSame}
    where (${differs}) and r.import_no <> ${sql.lit(importNo)} on conflict do nothing`.execute(within)
  const replaced = await sql`update result as r set ${each(VALUES, (name) => `${name} = i.${name}`, ', ')},
    import_no = ${sql.lit(importNo)} from result_incoming i
    where r.school_id = ${schoolId} and ${isSame} and (${differs})
    and r.import_no <> ${sql.lit(importNo)}`.execute(within)
  return Number(replaced.numAffectedRows ?? 0)
}
