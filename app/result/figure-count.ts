import { CountedRows, laidIn, MOMENTS_A_YEAR } from './counted.ts'
import { type GrowthCount, GrowthCounts } from './growth-count.ts'
import { LEVELS, REFERENCES } from './result.ts'
import type { Packed } from './result-pack.ts'

/** What is counted together; series and group by their numbers, the year as the one in which it begins. */
export type Cell = {
  readonly series: number
  readonly year: number
  readonly yearGroup: number
  readonly moment: number
  /** 0: without a group, or of a whole: the whole school. */
  readonly group: number
}

/** A figure; the sum in ten-thousandths, the median twice, so that both are whole numbers. */
export type FigureCount = Cell & {
  readonly n: number
  readonly exempt: number
  readonly scored: number
  readonly scoreSum: number
  readonly medianTwice: number | null
  readonly levels: readonly number[]
  readonly references: readonly number[]
}

/** Growth since an earlier moment. */
export type CellGrowth = Cell & {
  readonly since: { readonly year: number; readonly yearGroup: number; readonly moment: number }
  readonly same: number
  readonly grown: number
  readonly growthSum: number
}

const N = 0
const EXEMPT = 1
const SCORED = 2
const LEVEL = 3
const REFERENCE = LEVEL + LEVELS.length
const WIDTH = REFERENCE + REFERENCES.length
const FIRST_CELLS = 64

/**
 * Counts results into figures and growth, in whatever order they come: of each group, of those without a group, and of
 * the whole school. Everything that belongs together has to come: a year, and for growth the one before it.
 */
export class FigureCounts {
  readonly #rows = new CountedRows()
  readonly #growth = new GrowthCounts(this.#rows)
  readonly #cells: Cell[] = []
  /** By series, then by moment and year group: the cells of its groups. */
  readonly #wholes = new Map<number, Map<number, Map<number, number>>>()
  #counts = new Int32Array(WIDTH * FIRST_CELLS)
  #sums = new Float64Array(FIRST_CELLS)

  add(row: Packed): void {
    const cell = this.#cellOf(row)
    const at = cell * WIDTH
    this.#raise(at + N)
    if (row.level >= 0) this.#raise(at + LEVEL + row.level)
    if (row.exempt) this.#raise(at + EXEMPT)
    else if (row.reference >= 0) this.#raise(at + REFERENCE + row.reference)
    if (!Number.isNaN(row.score)) {
      this.#raise(at + SCORED)
      this.#sums[cell] = (this.#sums[cell] ?? 0) + row.score
    }
    this.#growth.meet(this.#rows.add(row, cell))
  }

  /** Of each whole first, then of its groups. */
  *figures(): Generator<FigureCount> {
    const scores = new Scores(this.#rows, this.#cells.length, this.#allWholes())
    for (const cells of this.#allWholes()) {
      yield this.#figureOf(cells, 0, scores.medianTwice(cells))
      for (const cell of cells) {
        const { group } = this.#cells[cell] as Cell
        if (group > 0) yield this.#figureOf([cell], group, scores.medianTwice([cell]))
      }
    }
  }

  /** Of the groups, and of their wholes. */
  growth(): CellGrowth[] {
    const wholes = new Map<string, CellGrowth>()
    const groups: CellGrowth[] = []
    for (const count of this.#growth.all()) {
      const growth = this.#growthOf(count)
      if (growth.group > 0) groups.push(growth)
      const { series, year, yearGroup, moment, since } = growth
      const key = [series, year, yearGroup, moment, since.year, since.yearGroup, since.moment].join()
      wholes.set(key, together(growth, wholes.get(key)))
    }
    return [...wholes.values(), ...groups]
  }

  *#allWholes(): Generator<readonly number[]> {
    for (const places of this.#wholes.values())
      for (const groups of places.values()) yield [...groups.values()]
  }

  #cellOf({ series, year, yearGroup, moment, group }: Packed): number {
    const places = inside(this.#wholes, series)
    const groups = inside(places, (year * MOMENTS_A_YEAR + moment) * YEAR_GROUPS + yearGroup)
    const known = groups.get(group)
    if (known !== undefined) return known
    const cell = this.#cells.push({ series, year, yearGroup, moment, group }) - 1
    groups.set(group, cell)
    if (cell >= this.#sums.length) {
      this.#sums = laidIn(new Float64Array(cell * 2), this.#sums)
      this.#counts = laidIn(new Int32Array(cell * 2 * WIDTH), this.#counts)
    }
    return cell
  }

  #raise(at: number) {
    this.#counts[at] = (this.#counts[at] ?? 0) + 1
  }

  #figureOf(cells: readonly number[], group: number, medianTwice: number | null): FigureCount {
    const count = (at: number) => cells.reduce((sum, cell) => sum + (this.#counts[cell * WIDTH + at] ?? 0), 0)
    return {
      ...(this.#cells[cells[0] ?? 0] as Cell),
      group,
      n: count(N),
      exempt: count(EXEMPT),
      scored: count(SCORED),
      scoreSum: cells.reduce((sum, cell) => sum + (this.#sums[cell] ?? 0), 0),
      medianTwice,
      levels: LEVELS.map((_, place) => count(LEVEL + place)),
      references: REFERENCES.map((_, place) => count(REFERENCE + place)),
    }
  }

  #growthOf({ cell, back, yearGroup, same, grown, sum }: GrowthCount): CellGrowth {
    const later = this.#cells[cell] as Cell
    const at = later.year * MOMENTS_A_YEAR + later.moment - back
    const since = { year: Math.floor(at / MOMENTS_A_YEAR), yearGroup, moment: at % MOMENTS_A_YEAR }
    return { ...later, since, same, grown, growthSum: sum }
  }
}

const YEAR_GROUPS = 16

function inside<Key, Inner extends Map<number, unknown>>(outer: Map<Key, Inner>, key: Key): Inner {
  const known = outer.get(key)
  if (known) return known
  const fresh = new Map() as Inner
  outer.set(key, fresh)
  return fresh
}

const together = (one: CellGrowth, other: CellGrowth | undefined): CellGrowth => ({
  ...one,
  group: 0,
  same: one.same + (other?.same ?? 0),
  grown: one.grown + (other?.grown ?? 0),
  growthSum: one.growthSum + (other?.growthSum ?? 0),
})

/** All scores, cell by cell, for their medians. */
class Scores {
  readonly #sorted: Float64Array
  /** Where the scores of a cell begin and end. */
  readonly #from: Int32Array
  readonly #until: Int32Array

  constructor({ count, cell, score }: CountedRows, cells: number, wholes: Iterable<readonly number[]>) {
    const many = new Int32Array(cells)
    for (let row = 0; row < count; row += 1)
      if (!Number.isNaN(score[row])) many[cell[row] ?? 0] = (many[cell[row] ?? 0] ?? 0) + 1
    this.#from = new Int32Array(cells)
    let last = 0
    for (const whole of wholes)
      for (const one of whole) {
        this.#from[one] = last
        last += many[one] ?? 0
      }
    this.#until = this.#from.slice()
    this.#sorted = new Float64Array(last)
    for (let row = 0; row < count; row += 1) {
      const value = score[row] ?? Number.NaN
      if (Number.isNaN(value)) continue
      const at = this.#until[cell[row] ?? 0] ?? 0
      this.#sorted[at] = value
      this.#until[cell[row] ?? 0] = at + 1
    }
  }

  /** The middle one twice, or the two around the middle; the cells are next to each other. Null without scores. */
  medianTwice(cells: readonly number[]): number | null {
    const from = this.#from[cells[0] ?? 0] ?? 0
    const until = this.#until[cells.at(-1) ?? 0] ?? 0
    if (until === from) return null
    const scores = this.#sorted.slice(from, until).sort()
    const at = (place: number) => scores[Math.floor(place)] ?? 0
    return at((scores.length - 1) / 2) + at(scores.length / 2)
  }
}
