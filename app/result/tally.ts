import type { SchoolYear } from '../kernel/school-year.ts'
import { LEVELS, type Level, type Reference, type Result, type TestMoment } from './result.ts'

/** What is counted apart: one school year, subject, test, year group and moment. */
export type TallyKey = {
  readonly schoolYear: SchoolYear
  readonly subject: string
  readonly test: string
  readonly yearGroup: number
  readonly moment: TestMoment
}

/** How many, and what they reached; nothing of a pupil. */
export type Tally = TallyKey & {
  readonly n: number
  readonly levels: ReadonlyMap<Level, number>
  readonly references: ReadonlyMap<Reference, number>
  readonly scored: number
  /** Of all scores, in ten-thousandths, so that adding up is exact. */
  readonly scoreSum: number
}

const SCALE = 10_000

type Counting = {
  key: TallyKey
  n: number
  levels: Map<Level, number>
  references: Map<Reference, number>
  scored: number
  scoreSum: number
}

/** Counts results one by one; the order does not matter. */
export class Tallies {
  #by = new Map<string, Counting>()

  add(result: Result): void {
    const { schoolYear, subject, test, yearGroup, moment } = result
    const key = { schoolYear, subject, test, yearGroup, moment }
    const name = Object.values(key).join('\u0001')
    const counting = this.#by.get(name) ?? {
      key,
      n: 0,
      levels: new Map(),
      references: new Map(),
      scored: 0,
      scoreSum: 0,
    }
    this.#by.set(name, counting)
    counting.n += 1
    if (result.level) raise(counting.levels, result.level)
    if (result.reference && !result.exempt) raise(counting.references, result.reference)
    if (result.score === null) return
    counting.scored += 1
    counting.scoreSum += Math.round(result.score * SCALE)
  }

  /** By year, subject, year group and moment. */
  all(): Tally[] {
    const sortKey = ({ schoolYear, subject, yearGroup, moment, test }: TallyKey) =>
      [schoolYear, subject, yearGroup, moment, test].join('\u0001')
    return [...this.#by.values()]
      .map(({ key, ...counted }) => ({ ...key, ...counted }))
      .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))
  }
}

const raise = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1)

type Scored = Pick<Tally, 'scored' | 'scoreSum'>

/** The mean, not rounded: that is done once, where it is shown. Null when nobody has a score. */
export const meanOf = ({ scored, scoreSum }: Scored): number | null =>
  scored === 0 ? null : scoreSum / (SCALE * scored)

/** The mean with two decimals, half a hundredth upwards, for programs; null when nobody has a score. */
export const roundedMean = ({ scored, scoreSum }: Scored): number | null =>
  scored === 0 ? null : Math.floor((scoreSum * 2 * 100 + scored * SCALE) / (scored * SCALE * 2)) / 100

const SCALES: readonly (readonly Level[])[] = [
  ['I', 'II', 'III', 'IV', 'V'],
  ['A', 'B', 'C', 'D', 'E'],
]

/** The counts of the whole scale that was used, noughts too; best first. */
export function levelCounts(levels: ReadonlyMap<Level, number>): Map<Level, number> {
  const scale = SCALES.find((one) => one.some((level) => levels.has(level))) ?? []
  return new Map(
    LEVELS.filter((level) => scale.includes(level) || levels.has(level)).map((level) => [
      level,
      levels.get(level) ?? 0,
    ]),
  )
}
