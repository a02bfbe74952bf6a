import { sql } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Actor } from '../session/actor.ts'
import type { ResultPack, SeriesName } from './result-pack.ts'

/** Sole writer of series_counter, result_series and result_group, with `import-store` that forgets unused names. */

/** The numbers of series and groups in the tables, by their place in the packs of a file. */
export type Numbers = { readonly series: number[]; readonly groups: number[] }

/** Of which supplier and norm version the series are, and the first of so many numbers that were taken for them. */
type Naming = { supplier: string; norm: string; first: number; taken: number }

/** Gives the names in each pack their numbers, inside the caller's transaction; the packs in their order. */
export function numbering(tx: Db, within: Sql, actor: Actor, naming: Naming) {
  const numbers: Numbers = { series: [], groups: [] }
  let { first, taken } = naming
  return async ({ series, groups }: Pick<ResultPack, 'series' | 'groups'>): Promise<Numbers> => {
    if (series.length > taken) {
      // Until this import is done another school's waits here: only when a large file goes on naming new series.
      first = await takeSeriesNumbers(tx, series.length)
      taken = series.length
    }
    if (series.length > 0)
      numbers.series.push(...(await numbersOfSeries(within, actor, series, { ...naming, first })))
    first += series.length
    taken -= series.length
    if (groups.length > 0) numbers.groups.push(...(await numbersOfGroups(within, actor, groups)))
    return numbers
  }
}

const AT_ONCE = 500

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
async function numbersOfSeries(
  within: Sql,
  { schoolId: school_id }: Actor,
  wanted: readonly SeriesName[],
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
async function numbersOfGroups(
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
