import { type CountedRows, MOMENTS_A_YEAR } from './counted.ts'

/** How the same pupils did since an earlier moment: of the later cell. */
export type GrowthCount = {
  readonly cell: number
  /** So many moments before, one to four: at most a year. */
  readonly back: number
  /** The year group that they were in then. */
  readonly yearGroup: number
  same: number
  /** Of them: with a score both times. */
  grown: number
  /** In ten-thousandths. */
  sum: number
}

const MOST_BACK = MOMENTS_A_YEAR
const YEAR_GROUPS = 8

/** Lets each result meet those of the same pupil in the same series, in whatever order they come. */
export class GrowthCounts {
  readonly #rows: CountedRows
  /** By series and pupil: the place of the last row; -1 where nobody is. */
  #heads = new Int32Array(0)
  /** The row of the same pupil before this one; -1: none. */
  #next = new Int32Array(0)
  readonly #counts = new Map<number, GrowthCount>()

  constructor(rows: CountedRows) {
    this.#rows = rows
  }

  all(): Iterable<GrowthCount> {
    return this.#counts.values()
  }

  /** The row that was laid down last. */
  meet(row: number): void {
    if (this.#rows.pupil.length > this.#next.length) this.#makeRoom()
    const head = this.#link(row)
    for (let other = this.#next[head] ?? -1; other >= 0; other = this.#next[other] ?? -1)
      this.#pair(row, other)
  }

  #makeRoom() {
    const room = this.#rows.pupil.length
    this.#next = new Int32Array(room)
    this.#heads = new Int32Array(room * 2).fill(-1)
    for (let row = 0; row < this.#rows.count - 1; row += 1) this.#link(row)
  }

  /** Hangs a row before the others of the pupil; answers the row. */
  #link(row: number): number {
    const { pupil, series } = this.#rows
    const heads = this.#heads
    let place = hashOf(series[row] ?? 0, pupil[row] ?? 0) & (heads.length - 1)
    for (;;) {
      const there = heads[place] ?? -1
      if (there < 0 || (pupil[there] === pupil[row] && series[there] === series[row])) {
        this.#next[row] = there
        heads[place] = row
        return row
      }
      place = (place + 1) & (heads.length - 1)
    }
  }

  #pair(one: number, other: number) {
    const { at } = this.#rows
    const between = (at[one] ?? 0) - (at[other] ?? 0)
    if (between >= 1 && between <= MOST_BACK) this.#count(one, other, between)
    else if (between <= -1 && between >= -MOST_BACK) this.#count(other, one, -between)
  }

  #count(later: number, earlier: number, back: number) {
    const { cell, yearGroup, score } = this.#rows
    const count = this.#countOf(cell[later] ?? 0, back, yearGroup[earlier] ?? 0)
    const grown = (score[later] ?? Number.NaN) - (score[earlier] ?? Number.NaN)
    count.same += 1
    if (Number.isNaN(grown)) return
    count.grown += 1
    count.sum += grown
  }

  #countOf(cell: number, back: number, yearGroup: number): GrowthCount {
    const key = (cell * MOST_BACK + back - 1) * YEAR_GROUPS + yearGroup - 1
    const known = this.#counts.get(key)
    if (known) return known
    const fresh = { cell, back, yearGroup, same: 0, grown: 0, sum: 0 }
    this.#counts.set(key, fresh)
    return fresh
  }
}

/** A pupil is a number by chance already. */
const hashOf = (series: number, pupil: number) =>
  (Math.imul(series + 1, 0x9e3779b1) ^ (pupil | 0) ^ Math.imul(Math.floor(pupil / 2 ** 32), 0x85ebca6b)) >>> 0
