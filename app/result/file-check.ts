import type { SchoolYear } from '../kernel/school-year.ts'
import type { RefusedRow, Result, ResultTrouble } from './result.ts'
import { Seen } from './seen.ts'

/** What a file holds when all of it has been read, before anything is taken in. */
export type FileCheck = {
  readonly good: number
  readonly refused: number
  readonly whys: readonly { readonly why: ResultTrouble; readonly rows: number }[]
  /** The first rows that are refused; all of them stand in a file. */
  readonly firstRefused: readonly RefusedRow[]
  readonly years: readonly { readonly year: SchoolYear; readonly results: number }[]
  /** Subject and test, with how many results. */
  readonly tests: readonly { readonly subject: string; readonly test: string; readonly results: number }[]
  readonly groups: number
  readonly pupils: number
  /** Of which schools the file says it is (`schoolIn`); empty: it does not say. Kept no longer than this. */
  readonly schools: readonly string[]
}

/** Why a file is not taken in though its rows can be read: a column probably holds something else. */
export type CheckTrouble = 'tests-many' | 'groups-many'

export const REFUSED_SHOWN = 50
/** No school takes so many different tests; then names of pupils stand where the test should. */
const MOST_TESTS = 300
const MOST_GROUPS = 5000
/** From so many pupils on, a group each is no group. */
const ENOUGH_PUPILS = 20

/** Counts a file while it is read; keeps nothing of a pupil. */
export class FileCounts {
  #good = 0
  #refused = 0
  readonly #whys = new Map<ResultTrouble, number>()
  readonly #first: RefusedRow[] = []
  readonly #years = new Map<SchoolYear, number>()
  readonly #tests = new Map<string, number>()
  readonly #groups = new Set<string>()
  readonly #pupils = new Seen()
  #schools: readonly string[] = []
  readonly #areNamed: boolean

  /** @param areNamed tests are named once for the file: no name of a pupil can stand where the test should */
  constructor(areNamed = false) {
    this.#areNamed = areNamed
  }

  /** What is wrong with the file as a whole, as soon as it shows. */
  add(results: readonly Result[], refused: readonly RefusedRow[]): CheckTrouble | null {
    for (const result of results) this.#count(result)
    for (const { why } of refused) this.#whys.set(why, (this.#whys.get(why) ?? 0) + 1)
    this.#good += results.length
    this.#refused += refused.length
    this.#first.push(...refused.slice(0, REFUSED_SHOWN - this.#first.length))
    if (this.#tests.size > MOST_TESTS) return 'tests-many'
    return this.#groups.size > MOST_GROUPS ? 'groups-many' : null
  }

  #count({ schoolYear, subject, test, group, pupil }: Result) {
    this.#years.set(schoolYear, (this.#years.get(schoolYear) ?? 0) + 1)
    const key = JSON.stringify([subject, test])
    this.#tests.set(key, (this.#tests.get(key) ?? 0) + 1)
    if (group !== null) this.#groups.add(group)
    this.#pupils.isAgain(pupil)
  }

  ofSchools(schools: readonly string[]): void {
    this.#schools = [...this.#schools, ...schools]
  }

  /** All of it, or what only shows at the end. */
  done(): FileCheck | CheckTrouble {
    const [pupils, groups] = [this.#pupils.count, this.#groups.size]
    if (!this.#areNamed && pupils >= ENOUGH_PUPILS && this.#tests.size * 2 > pupils) return 'tests-many'
    if (pupils >= ENOUGH_PUPILS && groups * 2 > pupils) return 'groups-many'
    return {
      good: this.#good,
      refused: this.#refused,
      whys: [...this.#whys].map(([why, rows]) => ({ why, rows })).sort((one, other) => other.rows - one.rows),
      firstRefused: this.#first,
      years: [...this.#years]
        .map(([year, results]) => ({ year, results }))
        .sort((one, other) => (one.year < other.year ? -1 : 1)),
      tests: [...this.#tests].map(([key, results]) => {
        const [subject = '', test = ''] = JSON.parse(key) as string[]
        return { subject, test, results }
      }),
      groups,
      pupils,
      schools: this.#schools,
    }
  }
}
