import type { Db, Sql } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { makeFigures, type StalePair } from './figure-make-store.ts'
import type { ImportDone, ImportKind, ImportNo } from './import.ts'
import { mayImportResults } from './import-may.ts'
import { closedYears, forgetUnusedNames, keepImport, nextImportNo, pairsOfImport } from './import-store.ts'
import { pseudonymOf } from './pupil-key-secret.ts'
import { pupilKeyOf } from './pupil-key-store.ts'
import type { Result } from './result.ts'
import { ResultPack } from './result-pack.ts'
import {
  numbersOfGroups,
  numbersOfSeries,
  stopWhenCancelled,
  takeSeriesNumbers,
  writeResults,
} from './result-write-store.ts'
import { yearFrom } from './school-year-no.ts'

/** How results come in, and how one follows and stops it. */
export type Importing = {
  readonly supplier: string
  /** The version of the norms; left out when it isn't known. */
  readonly norm?: string
  readonly kind: ImportKind
  /** The file with the key that keeps notes and pupils' numbers closed. */
  readonly keyFile: string
  readonly now: Date
  /** Hears how many results have been read. */
  readonly onProgress?: (rows: number) => void
  readonly signal?: AbortSignal
}

/**
 * Takes results in: reads them all first, packed and under a pseudonym, and then stores them with the figures that
 * change in one transaction. All of them or nothing; who cancels leaves nothing behind. What the reader of the file
 * throws goes through. Each result comes once (`resultKey`), as `readResults` sees to.
 */
export async function importResults(
  db: Db,
  actor: Actor,
  rows: AsyncIterable<readonly Result[]>,
  importing: Importing,
): Promise<ImportDone | ImportNo> {
  const may = mayImportResults(actor)
  if (!may.may) return { refused: 'may-not', because: may.because }
  const key = await pupilKeyOf(db, actor, importing.keyFile, importing.now)
  if (isRefusal(key)) return key
  const pack = new ResultPack(pseudonymOf(key))
  for await (const batch of rows) {
    if (importing.signal?.aborted) return refuse('cancelled')
    for (const result of batch) pack.add(result)
    importing.onProgress?.(pack.count)
  }
  const first = await takeSeriesNumbers(db, pack.series.length)
  return db.write<ImportDone | ImportNo>(actor, async (sql, tx) => {
    await tx.hold(`results ${actor.schoolId}`)
    return take(sql, tx, actor, { pack, first }, importing)
  })
}

const yearsOf = (pairs: readonly StalePair[]) => {
  const years = pairs.map(({ year }) => year)
  return { firstYear: yearFrom(Math.min(...years)), lastYear: yearFrom(Math.max(...years)) }
}

async function take(
  sql: Sql,
  tx: Db,
  actor: Actor,
  { pack, first }: { pack: ResultPack; first: number },
  importing: Importing,
): Promise<ImportDone> {
  const { supplier, norm = '', kind, now, signal } = importing
  const importNo = await nextImportNo(sql, actor)
  const series = await numbersOfSeries(sql, actor, pack.series, { supplier, norm, first })
  const written = await writeResults(tx, sql, actor, pack, {
    importNo,
    series,
    groups: await numbersOfGroups(sql, actor, pack.groups),
    closed: await closedYears(sql, actor),
    signal,
  })
  const { all, ...changed } = written
  const done = { ...changed, same: pack.count - written.added - written.replaced - written.closed }
  if (done.added + done.replaced === 0) {
    await forgetUnusedNames(sql, actor)
    return { id: null, ...done }
  }
  const pairs =
    done.added === pack.count
      ? pack.pairs.map((pair) => ({ series: series[pair.series] ?? 0, year: pair.year }))
      : await pairsOfImport(sql, actor, importNo)
  await makeFigures(sql, tx, actor, pairs, all)
  stopWhenCancelled(signal)
  const id = newId<'result-import'>()
  const by = { madeAt: momentOf(now), madeBy: personOf(actor) }
  await keepImport(sql, actor, importNo, { id, supplier, kind, ...by, ...done, ...yearsOf(pairs) })
  return { id, ...done }
}
