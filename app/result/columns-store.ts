import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { Actor } from '../session/actor.ts'
import type { SavedColumns } from './columns.ts'
import { COLUMN_KINDS, type ColumnKind } from './result-columns.ts'
import type { SavedTest } from './wide-choice.ts'

/** Sole writer of result_columns. */

/** How files were read before, by supplier; the last one first. */
export async function savedColumns(db: Db, actor: Actor): Promise<SavedColumns[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('result_columns')
      .selectAll()
      .where('school_id', '=', actor.schoolId)
      .orderBy('used_at', 'desc')
      .orderBy('supplier')
      .execute(),
  )
  return rows.map(({ supplier, norm, headings }) => ({ supplier, norm, ...savedIn(headings) }))
}

/** Of a column with a test, in the list of headings. */
const OF_TEST = 'of-test'
type Entry = readonly [kind: ColumnKind, heading: string] | readonly [kind: typeof OF_TEST, saved: SavedTest]

function savedIn(json: string): Pick<SavedColumns, 'headings' | 'tests'> {
  const list = JSON.parse(json) as Entry[]
  return {
    headings: list.flatMap((one) =>
      one[0] !== OF_TEST && COLUMN_KINDS.includes(one[0]) ? [[one[0], one[1]] as const] : [],
    ),
    tests: list.flatMap((one) => (one[0] === OF_TEST ? [one[1]] : [])),
  }
}

const entriesOf = (headings: SavedColumns['headings'], tests: SavedColumns['tests']) =>
  JSON.stringify([...headings, ...tests.map((test) => [OF_TEST, test] as const)] satisfies Entry[])

/** Keeps how a supplier's file was read; of a message, which has no columns, the norm alone. */
export async function saveColumns(
  db: Db,
  actor: Actor,
  {
    supplier,
    norm,
    headings,
    tests,
  }: Omit<SavedColumns, 'headings'> & { headings: SavedColumns['headings'] | null },
  now: Moment,
): Promise<void> {
  await db.write(actor, async (sql) => {
    await sql
      .insertInto('result_columns')
      .values({
        school_id: actor.schoolId,
        supplier,
        norm,
        headings: entriesOf(headings ?? [], headings ? tests : []),
        used_at: now,
      })
      .onConflict((clash) =>
        clash.columns(['school_id', 'supplier']).doUpdateSet({
          norm,
          used_at: now,
          ...(headings && { headings: entriesOf(headings, tests) }),
        }),
      )
      .execute()
    await keepFew(sql, actor)
  })
}

const MOST_KEPT = 40

/** A school has a few suppliers; what lies far back goes. */
async function keepFew(sql: Sql, { schoolId }: Actor) {
  const rows = await sql
    .selectFrom('result_columns')
    .select('supplier')
    .where('school_id', '=', schoolId)
    .orderBy('used_at', 'desc')
    .orderBy('supplier')
    .execute()
  const old = rows.slice(MOST_KEPT).map(({ supplier }) => supplier)
  if (old.length > 0)
    await sql
      .deleteFrom('result_columns')
      .where('school_id', '=', schoolId)
      .where('supplier', 'in', old)
      .execute()
}
