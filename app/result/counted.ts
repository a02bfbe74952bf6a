import type { Packed } from './result-pack.ts'

const FIRST_ROOM = 1024

/** The results that are being counted, in columns: some thirty bytes each. A cell is what is counted together. */
export class CountedRows {
  count = 0
  pupil = new Float64Array(FIRST_ROOM)
  /** NaN: none. */
  score = new Float64Array(FIRST_ROOM)
  series = new Int32Array(FIRST_ROOM)
  cell = new Int32Array(FIRST_ROOM)
  /** Moments in the order of time, four to a year. */
  at = new Int16Array(FIRST_ROOM)
  yearGroup = new Int8Array(FIRST_ROOM)

  /** Its place. */
  add(row: Packed, cell: number): number {
    if (this.count === this.pupil.length) this.#grow()
    const place = this.count++
    this.pupil[place] = row.pupil
    this.score[place] = row.score
    this.series[place] = row.series
    this.cell[place] = cell
    this.at[place] = row.year * MOMENTS_A_YEAR + row.moment
    this.yearGroup[place] = row.yearGroup
    return place
  }

  #grow() {
    const room = this.pupil.length * 2
    this.pupil = laidIn(new Float64Array(room), this.pupil)
    this.score = laidIn(new Float64Array(room), this.score)
    this.series = laidIn(new Int32Array(room), this.series)
    this.cell = laidIn(new Int32Array(room), this.cell)
    this.at = laidIn(new Int16Array(room), this.at)
    this.yearGroup = laidIn(new Int8Array(room), this.yearGroup)
  }
}

export const MOMENTS_A_YEAR = 4

/** What was there, in a larger array. */
export function laidIn<Column extends Float64Array | Int32Array | Int16Array | Int8Array>(
  larger: Column,
  column: Column,
): Column {
  larger.set(column)
  return larger
}
