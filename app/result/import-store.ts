import { sql } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import type { ResultImportId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { makeFigures, type StalePair } from './figure-make-store.ts'
import { tellFiguresChanged } from './figures-slot-store.ts'
import type { ImportKind, ImportNo, ResultImport } from './import.ts'
import { mayImportResults } from './import-may.ts'
import { ofSchool } from './result-write-store.ts'
import { startOfYear, yearFrom } from './school-year-no.ts'

/** Writer of result_import, with `result-tidy-store` that forgets; what it undoes it takes out of the tables of `result-write-store`. */

/** The imports of a school that stand, the last one first; of whose pupils' rows are all gone, none. */
export async function importsOf(db: Db, actor: Actor): Promise<ResultImport[]> {
  const rows = await db.read(actor, (within) =>
    within
      .selectFrom('result_import')
      .selectAll()
      .where('school_id', '=', actor.schoolId)
      .where('undone_at', 'is', null)
      .orderBy('no', 'desc')
      .execute(),
  )
  return rows.map((row) => ({
    id: row.id,
    supplier: row.supplier,
    kind: row.kind as ImportKind,
    madeAt: row.made_at,
    madeBy: row.made_by,
    added: row.added,
    replaced: row.replaced,
    same: row.same,
    firstYear: yearFrom(row.first_year),
    lastYear: yearFrom(row.last_year),
  }))
}

/** The number of the school's next import. That of one that is forgotten can come back: no row has it any more. */
export async function nextImportNo(within: Sql, { schoolId }: Actor): Promise<number> {
  const { last } = await within
    .selectFrom('result_import')
    .select((of) => of.fn.max('no').as('last'))
    .where('school_id', '=', schoolId)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** Writes an import down, inside the caller's transaction. */
export async function keepImport(
  within: Sql,
  { schoolId }: Actor,
  no: number,
  made: ResultImport,
): Promise<void> {
  const { id, supplier, kind, added, replaced, same } = made
  await within
    .insertInto('result_import')
    .values({
      id,
      no,
      supplier,
      kind,
      added,
      replaced,
      same,
      school_id: schoolId,
      made_at: made.madeAt,
      made_by: made.madeBy,
      first_year: startOfYear(made.firstYear),
      last_year: startOfYear(made.lastYear),
      undone_at: null,
      undone_by: null,
    })
    .execute()
}

/** Of which series and years results stand that came with this import. */
export async function pairsOfImport(within: Sql, { schoolId }: Actor, no: number): Promise<StalePair[]> {
  const rows = await within
    .selectFrom('result')
    .select(['series_no', 'school_year'])
    .distinct()
    .where(ofSchool({ schoolId }))
    .where('import_no', '=', no)
    .execute()
  return rows.map(({ series_no, school_year }) => ({ series: series_no, year: school_year }))
}

/** The years (in which they begin) whose pupils' rows were deleted at the end of their term. */
export async function closedYears(within: Sql, { schoolId }: Actor): Promise<ReadonlySet<number>> {
  const rows = await within
    .selectFrom('result_closed')
    .select('school_year')
    .where('school_id', '=', schoolId)
    .execute()
  return new Set(rows.map(({ school_year }) => school_year))
}

/**
 * Undoes a whole import: what it added goes, what it replaced comes back as it was (of several that replaced each other
 * the last that still stands), and the figures are as if it had never been. Results that were there already when it came
 * belong to the import that brought them.
 */
export async function undoImport(
  db: Db,
  actor: Actor,
  id: ResultImportId,
  now: Date,
): Promise<null | ImportNo> {
  const may = mayImportResults(actor)
  if (!may.may) return { refused: 'may-not', because: may.because }
  return db.write(actor, async (within, tx) => {
    await tx.hold(`results ${actor.schoolId}`)
    const found = await within
      .selectFrom('result_import')
      .select(['no', 'first_year'])
      .where('school_id', '=', actor.schoolId)
      .where('id', '=', id)
      .where('undone_at', 'is', null)
      .executeTakeFirst()
    if (!found) return refuse('import-gone')
    if ((await closedYears(within, actor)).has(found.first_year)) return refuse('past-term')
    const pairs = await pairsOfImport(within, actor, found.no)
    await takeOut(within, actor, found.no)
    await makeFigures(within, tx, actor, pairs)
    await forgetUnusedNames(within, actor)
    await within
      .updateTable('result_import')
      .set({ undone_at: momentOf(now), undone_by: personOf(actor) })
      .where('school_id', '=', actor.schoolId)
      .where('id', '=', id)
      .execute()
    await tellFiguresChanged(tx, actor, null)
    return null
  })
}

const SAME_RESULT = sql.raw(
  ['series_no', 'pupil', 'school_year', 'moment', 'year_group']
    .map((name) => `one.${name} = other.${name}`)
    .join(' and '),
)

/** Takes the layer of one import away; the highest that is left under it is what counts again. */
async function takeOut(within: Sql, { schoolId }: Actor, no: number) {
  await within.deleteFrom('result_before').where(ofSchool({ schoolId })).where('import_no', '=', no).execute()
  await within.deleteFrom('result').where(ofSchool({ schoolId })).where('import_no', '=', no).execute()
  await sql`insert into result select one.* from result_before one where one.school_id = ${schoolId}
    and one.series_no in (select no from result_series where school_id = ${schoolId})
    and not exists (select 1 from result other where ${SAME_RESULT})
    and not exists (select 1 from result_before other where ${SAME_RESULT}
      and other.import_no > one.import_no)`.execute(within)
  await sql`delete from result_before as one where one.school_id = ${schoolId}
    and one.series_no in (select no from result_series where school_id = ${schoolId})
    and exists (select 1 from result other where ${SAME_RESULT}
      and other.import_no = one.import_no)`.execute(within)
}

/** The names of series and groups of which nothing is left, inside the caller's transaction. */
export async function forgetUnusedNames(within: Sql, { schoolId }: Actor): Promise<void> {
  for (const [table, no] of [
    ['result_series', 'series_no'],
    ['result_group', 'group_no'],
  ] as const)
    await sql`delete from ${sql.table(table)} where school_id = ${schoolId}
      and no not in (select ${sql.ref(no)} from figure where school_id = ${schoolId})
      and no not in (select ${sql.ref(no)} from result_before where school_id = ${schoolId})`.execute(within)
}
