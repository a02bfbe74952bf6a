import { type RawBuilder, sql } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import { RefusedInside, refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import type { FigureCounts } from './figure-count.ts'
import type { Numbers } from './result-names-store.ts'
import type { ResultPack } from './result-pack.ts'

/** Writer of result and result_before for `result-write-store`: what came in beside what stands there. */

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
  /** How many results of each place (`placeNo`) came in; none are counted of a school's first. */
  readonly places: Map<number, number>
  /** All results of the school, counted while they came in, when these are its first. */
  all: FigureCounts | null
}

/** What is at hand while results go in. */
export type Work = {
  readonly tx: Db
  readonly within: Sql
  readonly actor: Actor
  readonly writing: Writing
  readonly written: Written
  /** The school had no results before. */
  readonly isFirst: boolean
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
/** The columns that a file fills. */
export const ALL = [...COLUMNS, 'reference', 'exempt'] as const
const VALUES = ['group_no', 'score', 'level', 'reference', 'exempt'] as const
const KEY = ['series_no', 'pupil', 'school_year', 'moment', 'year_group'] as const

/** Throws the refusal when whoever started it wants no more. */
export function stopWhenCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new RefusedInside(refuse('cancelled'))
}

/** The names of columns, of a table if need be. */
export const names = (columns: readonly string[], table = '') =>
  sql.raw(columns.map((name) => (table ? `${table}.${name}` : name)).join(', '))

const each = (
  columns: readonly string[],
  of: (name: string) => string,
  between: string,
): RawBuilder<unknown> => sql.raw(columns.map(of).join(between))

/** The school is said on the side of the stored rows: what comes in has none. */
const isSame = each(KEY, (name) => `r.${name} = i.${name}`, ' and ')
const differs = each(VALUES, (name) => `r.${name} is distinct from i.${name}`, ' or ')

/** Lays what came in beside what stands there: new ones are added, other values replace. */
export async function settle(work: Work) {
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
export async function addEachOnce({ within, actor, writing, written }: Work): Promise<boolean> {
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
