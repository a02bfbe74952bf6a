import type { SchoolYear } from '../kernel/school-year.ts'
import { LEVELS, MOMENTS, REFERENCES, type Result } from './result.ts'
import { startOfYear } from './school-year-no.ts'

/** One ten-thousandth of a point: scores are kept as whole numbers, so that adding up is exact. */
export const SCORE_SCALE = 10_000

/**
 * A result in whole numbers alone: series and group by their place in the packs of a file, or by their number in the
 * tables (group 0: none). -1 and NaN: not there.
 */
export type Packed = {
  readonly series: number
  /** The year in which the school year begins. */
  readonly year: number
  readonly yearGroup: number
  readonly moment: number
  readonly pupil: number
  readonly group: number
  readonly score: number
  readonly level: number
  readonly reference: number
  readonly exempt: number
}

/** So many results in a pack: a megabyte. */
const IN_A_PACK = 32_768

/** Subject and test. */
export type SeriesName = readonly [subject: string, test: string]
/** A series (by its place) has results of this year. */
export type SeriesYear = { readonly series: number; readonly year: number }

/**
 * Results in little memory, 33 bytes each, under a pseudonym. A thread can hand it to another one: it is plain, and
 * `buffersOf` says what goes along without being copied.
 */
export type ResultPack = {
  count: number
  readonly wide: Float64Array<ArrayBuffer>
  readonly narrow: Int32Array<ArrayBuffer>
  readonly small: Int8Array<ArrayBuffer>
  /** What is named here for the first time; a place counts on from the packs of the file before this one. */
  readonly series: SeriesName[]
  readonly groups: string[]
  readonly pairs: SeriesYear[]
}

const freshPack = (): ResultPack => ({
  count: 0,
  wide: new Float64Array(IN_A_PACK * 2),
  narrow: new Int32Array(IN_A_PACK * 3),
  small: new Int8Array(IN_A_PACK * 5),
  series: [],
  groups: [],
  pairs: [],
})

export const buffersOf = ({ wide, narrow, small }: ResultPack): ArrayBuffer[] => [
  wide.buffer,
  narrow.buffer,
  small.buffer,
]

/** The results of a pack, in the order in which they came. */
export function* packedRows({ count, wide, narrow, small }: ResultPack): Generator<Packed> {
  for (let at = 0; at < count; at += 1)
    yield {
      pupil: wide[at * 2] as number,
      score: wide[at * 2 + 1] as number,
      series: narrow[at * 3] as number,
      group: narrow[at * 3 + 1] as number,
      year: narrow[at * 3 + 2] as number,
      yearGroup: small[at * 5] as number,
      moment: small[at * 5 + 1] as number,
      level: small[at * 5 + 2] as number,
      reference: small[at * 5 + 3] as number,
      exempt: small[at * 5 + 4] as number,
    }
}

/** Packs of results as they are read; whoever takes no next one lets the reading wait. */
export async function* packsOf(
  rows: AsyncIterable<readonly Result[]>,
  pseudonym: (pupil: string) => number,
): AsyncGenerator<ResultPack> {
  const packer = new Packer(pseudonym)
  for await (const batch of rows)
    for (const result of batch) {
      packer.add(result)
      if (packer.isFull) yield packer.take()
    }
  if (!packer.isEmpty) yield packer.take()
}

/** Fills one pack after another, and knows the names of those before. */
class Packer {
  #pack = freshPack()
  readonly #pseudonym: (pupil: string) => number
  readonly #subjects = new Map<string, Map<string, number>>()
  #series = 0
  readonly #groups = new Map<string, number>()
  readonly #years = new Map<string, number>()
  readonly #pairs = new Set<number>()

  constructor(pseudonym: (pupil: string) => number) {
    this.#pseudonym = pseudonym
  }

  get isFull() {
    return this.#pack.count === IN_A_PACK
  }

  get isEmpty() {
    return this.#pack.count === 0
  }

  take(): ResultPack {
    const full = this.#pack
    this.#pack = freshPack()
    return full
  }

  add(result: Result): void {
    const { score, level, reference, group } = result
    const { wide, narrow, small } = this.#pack
    const at = this.#pack.count++
    const series = this.#seriesOf(result)
    const year = this.#yearOf(result.schoolYear)
    this.#pair(series, year)
    wide[at * 2] = this.#pseudonym(result.pupil)
    wide[at * 2 + 1] = score === null ? Number.NaN : Math.round(score * SCORE_SCALE)
    narrow[at * 3] = series
    narrow[at * 3 + 1] = group === null ? -1 : this.#groupOf(group)
    narrow[at * 3 + 2] = year
    small[at * 5] = result.yearGroup
    small[at * 5 + 1] = MOMENTS.indexOf(result.moment)
    small[at * 5 + 2] = level === null ? -1 : LEVELS.indexOf(level)
    small[at * 5 + 3] = reference === null ? -1 : REFERENCES.indexOf(reference)
    small[at * 5 + 4] = result.exempt ? 1 : 0
  }

  #seriesOf({ subject, test }: Result): number {
    const tests = this.#subjects.get(subject) ?? new Map<string, number>()
    this.#subjects.set(subject, tests)
    const known = tests.get(test)
    if (known !== undefined) return known
    tests.set(test, this.#series)
    this.#pack.series.push([subject, test])
    return this.#series++
  }

  #groupOf(name: string): number {
    const known = this.#groups.get(name)
    if (known !== undefined) return known
    this.#groups.set(name, this.#groups.size)
    this.#pack.groups.push(name)
    return this.#groups.size - 1
  }

  #yearOf(schoolYear: SchoolYear): number {
    const known = this.#years.get(schoolYear)
    if (known !== undefined) return known
    const year = startOfYear(schoolYear)
    this.#years.set(schoolYear, year)
    return year
  }

  #pair(series: number, year: number) {
    const pair = series * 10_000 + year
    if (this.#pairs.has(pair)) return
    this.#pairs.add(pair)
    this.#pack.pairs.push({ series, year })
  }
}

/** The next one is read while the last one is worked on. */
export async function* readAhead<One>(ones: AsyncIterable<One>): AsyncGenerator<One> {
  const from = ones[Symbol.asyncIterator]()
  let next = from.next()
  try {
    for (;;) {
      const { done, value } = await next
      if (done) return
      next = from.next()
      // It is heard when its turn comes; until then nobody waits for it.
      next.catch(() => undefined)
      yield value
    }
  } finally {
    await from.return?.()
  }
}
