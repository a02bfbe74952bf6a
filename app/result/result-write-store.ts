import { setImmediate as breath } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import { RefusedInside, refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import type { Packed, ResultPack } from './result-pack.ts'

/** Sole writer of result, result_before, result_series and result_group, with `import-store` and `result-tidy-store`. */

/** What one import writes: its number, the numbers of its series and groups, and the years that are over. */
export type Writing = {
  readonly importNo: number
  /** By the place in the pack. */
  readonly series: readonly number[]
  readonly groups: readonly number[]
  readonly closed: ReadonlySet<number>
  readonly signal: AbortSignal | undefined
}

export type Written = {
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

function lineOf(row: Packed, { series, groups }: Writing): Line {
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
 * Lays the results of a pack in the school, inside the caller's transaction: new ones are added, other values replace
 * what was there (which is kept for undoing), equal ones are left.
 */
export async function writeResults(
  tx: Db,
  within: Sql,
  actor: Actor,
  pack: ResultPack,
  writing: Writing,
): Promise<Written> {
  const written: Written = { added: 0, replaced: 0, closed: 0, all: null }
  const isFirst = !(await hasResults(within, actor))
  await sql`create temp table result_incoming (series_no integer, school_year smallint, year_group smallint,
    moment smallint, pupil bigint, group_no integer, score bigint, level smallint, reference smallint,
    exempt smallint, at integer generated always as (school_year * 4 + moment) stored,
    is_stale smallint default 1, is_grown smallint default 1)`.execute(within)
  const lines = openLines(pack, writing, written)
  if (tx.copyIn) {
    await tx.copyIn(`result_incoming (${ALL.join(', ')})`, copyPieces(lines, writing.signal))
    const staged = pack.count - written.closed
    if (isFirst && staged > 0 && (await isEachOnce(within, actor, writing))) {
      return { ...written, added: staged, all: 'result_incoming' }
    }
    await settle(within, actor, writing, written, isFirst)
  } else
    for (const batch of batchesOf(lines, BATCH)) {
      await fill(within, batch)
      await settle(within, actor, writing, written, isFirst)
      await sql`delete from result_incoming`.execute(within)
      stopWhenCancelled(writing.signal)
      await breath()
    }
  await sql`drop table result_incoming`.execute(within)
  return written
}

/** What begins every reading of a school's results: their index knows series, no schools. */
export const ofSchool = ({ schoolId }: Pick<Actor, 'schoolId'>) =>
  sql<boolean>`school_id = ${schoolId} and series_no in (select no from result_series where school_id = ${schoolId})`

export const hasResults = (within: Sql, actor: Actor) =>
  within.selectFrom('result').select('pupil').where(ofSchool(actor)).limit(1).executeTakeFirst()

/** Without those of years that are over. */
function* openLines(pack: ResultPack, writing: Writing, written: Written): Generator<Line> {
  for (const row of pack.rows()) {
    if (writing.closed.has(row.year)) written.closed += 1
    else yield lineOf(row, writing)
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

async function settle(within: Sql, actor: Actor, writing: Writing, written: Written, isFirst: boolean) {
  stopWhenCancelled(writing.signal)
  if (!isFirst) written.replaced += await replace(within, actor, writing)
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
async function isEachOnce(within: Sql, actor: Actor, writing: Writing): Promise<boolean> {
  stopWhenCancelled(writing.signal)
  await sql`savepoint adding`.execute(within)
  try {
    await adding(actor, writing).execute(within)
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

/** So many numbers for series, of which no other school gets any; the first of them. Not all have to be used. */
export function takeSeriesNumbers(db: Db, count: number): Promise<number> {
  return db.write('open', async (within) => {
    const { last } = await within
      .insertInto('series_counter')
      .values({ only_one: 1, last: count })
      .onConflict((clash) =>
        clash.column('only_one').doUpdateSet({ last: sql<number>`series_counter.last + ${count}` }),
      )
      .returning('last')
      .executeTakeFirstOrThrow()
    return last - count + 1
  })
}

/** The numbers of a school's series, in the order asked; one that is new gets the next number from `first` on. */
export async function numbersOfSeries(
  within: Sql,
  { schoolId: school_id }: Actor,
  wanted: readonly (readonly [subject: string, test: string])[],
  { supplier, norm, first }: { supplier: string; norm: string; first: number },
): Promise<number[]> {
  const known = await within
    .selectFrom('result_series')
    .selectAll()
    .where('school_id', '=', school_id)
    .execute()
  const numbers: number[] = []
  for (const [place, [subject, test]] of wanted.entries()) {
    const found = known.find(
      (one) => one.subject === subject && one.test === test && one.supplier === supplier && one.norm === norm,
    )
    const no = found?.no ?? first + place
    numbers.push(no)
    if (found) continue
    await within
      .insertInto('result_series')
      .values({ school_id, no, subject, test, supplier, norm })
      .execute()
  }
  return numbers
}

/** The same for groups. */
export async function numbersOfGroups(
  within: Sql,
  { schoolId: school_id }: Actor,
  wanted: readonly string[],
): Promise<number[]> {
  const rows = await within
    .selectFrom('result_group')
    .selectAll()
    .where('school_id', '=', school_id)
    .execute()
  const known = new Map(rows.map(({ name, no }) => [name, no]))
  let last = Math.max(0, ...known.values())
  const fresh = wanted.filter((name) => !known.has(name))
  for (const name of fresh) known.set(name, ++last)
  const values = fresh.map((name) => ({ school_id, no: known.get(name) ?? 0, name }))
  for (let from = 0; from < values.length; from += AT_ONCE)
    await within
      .insertInto('result_group')
      .values(values.slice(from, from + AT_ONCE))
      .execute()
  return wanted.map((name) => known.get(name) ?? 0)
}
