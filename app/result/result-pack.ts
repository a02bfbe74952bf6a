import { LEVELS, MOMENTS, REFERENCES, type Result } from './result.ts'
import { startOfYear } from './school-year-no.ts'

/** One ten-thousandth of a point: scores are kept as whole numbers, so that adding up is exact. */
export const SCORE_SCALE = 10_000

/** A packed result; places in lists and whole numbers alone. -1 and NaN: not there. */
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

const CHUNK = 65_536
type Chunk = {
  readonly wide: Float64Array
  readonly narrow: Int32Array
  readonly small: Int8Array
  count: number
}
const freshChunk = (): Chunk => ({
  wide: new Float64Array(CHUNK * 2),
  narrow: new Int32Array(CHUNK * 3),
  small: new Int8Array(CHUNK * 5),
  count: 0,
})

/** Results in little memory, 33 bytes each, without what they are called; filled while a file is read. */
export class ResultPack {
  #chunks: Chunk[] = []
  #series = new Places()
  #groups = new Places()
  #pseudonym: (pupil: string) => number
  #pairs = new Map<number, { readonly series: number; readonly year: number }>()
  count = 0

  constructor(pseudonym: (pupil: string) => number) {
    this.#pseudonym = pseudonym
  }

  /** Subject and test, by their place in the pack. */
  get series(): readonly (readonly [subject: string, test: string])[] {
    return this.#series.names.map((name) => name.split(BETWEEN) as [string, string])
  }

  /** Names of groups, by their place in the pack. */
  get groups(): readonly string[] {
    return this.#groups.names
  }

  /** Which series (by their place) have results of which year. */
  get pairs(): readonly { readonly series: number; readonly year: number }[] {
    return [...this.#pairs.values()]
  }

  add(result: Result): void {
    const chunk = this.#room()
    const at = chunk.count++
    this.count += 1
    const { score } = result
    chunk.wide[at * 2] = this.#pseudonym(result.pupil)
    chunk.wide[at * 2 + 1] = score === null ? Number.NaN : Math.round(score * SCORE_SCALE)
    const series = this.#series.of(`${result.subject}${BETWEEN}${result.test}`)
    const year = startOfYear(result.schoolYear)
    const pair = series * 10_000 + year
    if (!this.#pairs.has(pair)) this.#pairs.set(pair, { series, year })
    chunk.narrow[at * 3] = series
    chunk.narrow[at * 3 + 1] = result.group === null ? -1 : this.#groups.of(result.group)
    chunk.narrow[at * 3 + 2] = year
    chunk.small[at * 5] = result.yearGroup
    chunk.small[at * 5 + 1] = MOMENTS.indexOf(result.moment)
    chunk.small[at * 5 + 2] = result.level === null ? -1 : LEVELS.indexOf(result.level)
    chunk.small[at * 5 + 3] = result.reference === null ? -1 : REFERENCES.indexOf(result.reference)
    chunk.small[at * 5 + 4] = result.exempt ? 1 : 0
  }

  #room(): Chunk {
    const last = this.#chunks.at(-1)
    if (last && last.count < CHUNK) return last
    const fresh = freshChunk()
    this.#chunks.push(fresh)
    return fresh
  }

  /** All of them, in the order in which they came. */
  *rows(): Generator<Packed> {
    for (const { wide, narrow, small, count } of this.#chunks)
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
}

const BETWEEN = '\u0001'

/** Names, each once, by their place. */
class Places {
  #places = new Map<string, number>()
  readonly names: string[] = []

  of(name: string): number {
    const known = this.#places.get(name)
    if (known !== undefined) return known
    this.#places.set(name, this.names.length)
    return this.names.push(name) - 1
  }
}
