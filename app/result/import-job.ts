import type { Db, Sql } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { isRefusal, RefusedInside, refuse } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { makeFigures, type StalePair } from './figure-make-store.ts'
import { tellFiguresChanged } from './figures-slot-store.ts'
import type { ImportDone, ImportKind, ImportNo } from './import.ts'
import { mayImportResults } from './import-may.ts'
import { closedYears, forgetUnusedNames, keepImport, nextImportNo, pairsOfImport } from './import-store.ts'
import { otherPupils } from './other-pupils-store.ts'
import { pseudonymOf } from './pupil-key-secret.ts'
import { pupilKeyOf } from './pupil-key-store.ts'
import type { Result } from './result.ts'
import { numbering, takeSeriesNumbers } from './result-names-store.ts'
import { packsOf, type ResultPack, readAhead } from './result-pack.ts'
import { stopWhenCancelled } from './result-settle-store.ts'
import { writeResults } from './result-write-store.ts'
import { yearFrom } from './school-year-no.ts'
import { standsAlready } from './stands-already-store.ts'

/** How results come in, and how one follows and stops it. */
export type Importing = {
  readonly supplier: string
  /** The version of the norms; left out when it isn't known. */
  readonly norm?: string
  readonly kind: ImportKind
  /** The file with the key that keeps notes and pupils' numbers closed. */
  readonly keyFile: string
  readonly now: Date
  /** Somebody said so: these are other norms, and what stands under the others stays beside them. */
  readonly mayStandBeside?: boolean
  /** Somebody said so: the pupils of this file are others than those who stand there already. */
  readonly mayBeOthers?: boolean
  /** Hears how many results have been read. */
  readonly onProgress?: (rows: number) => void
  readonly signal?: AbortSignal
}

/**
 * Takes results in and stores them under a pseudonym with the figures that change, in one transaction: all of them or
 * nothing; who cancels leaves nothing behind. On PostgreSQL a large file is stored while it is read. What the reader of
 * the file throws goes through. Each result comes once (`resultKey`), as `resultPieces` sees to.
 */
export const importResults = (
  db: Db,
  actor: Actor,
  rows: AsyncIterable<readonly Result[]>,
  importing: Importing,
): Promise<ImportDone | ImportNo> =>
  importPacks(db, actor, (key) => packsOf(untilCancelled(rows, importing), pseudonymOf(key)), importing)

/**
 * The same for results that are packed already, as a thread does that reads a file.
 *
 * @param packsWith packs with the pseudonyms that this key makes, in their order
 */
export async function importPacks(
  db: Db,
  actor: Actor,
  packsWith: (key: Uint8Array) => AsyncIterable<ResultPack>,
  importing: Importing,
): Promise<ImportDone | ImportNo> {
  const may = mayImportResults(actor)
  if (!may.may) return { refused: 'may-not', because: may.because }
  const key = await pupilKeyOf(db, actor, importing.keyFile, importing.now)
  if (isRefusal(key)) return key
  const reading = heard(readAhead(packsWith(Uint8Array.from(key))), importing)
  try {
    // One writer at a time: on SQLite all is read before. A school's file is one pack.
    const ready = await someOf(reading, db.dialect === 'sqlite' ? Number.POSITIVE_INFINITY : 1)
    if (importing.signal?.aborted) return refuse('cancelled')
    const taken = ready.reduce((sum, { series }) => sum + series.length, 0)
    const numbers = { first: await takeSeriesNumbers(db, taken), taken }
    return await db.write<ImportDone | ImportNo>(actor, async (sql, tx) => {
      await tx.hold(`results ${actor.schoolId}`)
      return take(sql, tx, actor, andThen(ready, reading), { ...importing, ...numbers })
    })
  } finally {
    await reading.return(undefined)
  }
}

async function* untilCancelled(rows: AsyncIterable<readonly Result[]>, { signal }: Importing) {
  for await (const batch of rows) {
    if (signal?.aborted) return
    yield batch
  }
}

async function* heard(packs: AsyncGenerator<ResultPack>, { onProgress }: Importing) {
  let read = 0
  for await (const pack of packs) {
    read += pack.count
    onProgress?.(read)
    yield pack
  }
}

async function someOf<One>(ones: AsyncGenerator<One>, most: number): Promise<One[]> {
  const some: One[] = []
  while (some.length < most) {
    const { done, value } = await ones.next()
    if (done) break
    some.push(value)
  }
  return some
}

async function* andThen<One>(first: readonly One[], rest: AsyncGenerator<One>): AsyncGenerator<One> {
  yield* first
  yield* rest
}

const yearsOf = (pairs: readonly StalePair[]) => {
  const years = pairs.map(({ year }) => year)
  return { firstYear: yearFrom(Math.min(...years)), lastYear: yearFrom(Math.max(...years)) }
}

async function take(
  sql: Sql,
  tx: Db,
  actor: Actor,
  packs: AsyncIterable<ResultPack>,
  importing: Importing & { first: number; taken: number },
): Promise<ImportDone> {
  const { supplier, norm = '', kind, now, signal, mayStandBeside = false, mayBeOthers = false } = importing
  const importNo = await nextImportNo(sql, actor)
  const toNumbers = numbering(tx, sql, actor, { ...importing, norm })
  const pairs: StalePair[] = []
  const numbersFor = async (pack: ResultPack) => {
    const numbers = await toNumbers(pack)
    pairs.push(...pack.pairs.map(({ series, year }) => ({ series: numbers.series[series] ?? 0, year })))
    return numbers
  }
  const writing = { importNo, numbersFor, closed: await closedYears(sql, actor), signal }
  const { all, count, places, ...changed } = await writeResults(tx, sql, actor, packs, writing)
  const done = { ...changed, same: count - changed.added - changed.replaced - changed.closed }
  if (done.added + done.replaced === 0) {
    await forgetUnusedNames(sql, actor)
    return { id: null, ...done }
  }
  const series = new Set(pairs.map((pair) => pair.series))
  const already = await standsAlready(sql, actor, { no: importNo, series, mayStandBeside })
  if (already) throw new RefusedInside(already)
  const others = mayBeOthers ? null : await otherPupils(sql, actor, { no: importNo, places })
  if (others) throw new RefusedInside(others)
  const stale = done.added === count ? pairs : await pairsOfImport(sql, actor, importNo)
  await makeFigures(sql, tx, actor, stale, all)
  stopWhenCancelled(signal)
  const id = newId<'result-import'>()
  const by = { madeAt: momentOf(now), madeBy: personOf(actor) }
  await keepImport(sql, actor, importNo, { id, supplier, kind, ...by, ...done, ...yearsOf(stale) })
  await tellFiguresChanged(tx, actor, by.madeAt)
  return { id, ...done }
}
