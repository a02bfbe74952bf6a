import { sql } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Actor } from '../session/actor.ts'
import type { Cell, CellGrowth, FigureCount } from './figure-count.ts'
import { LEVELS, REFERENCES } from './result.ts'

/** Writes the rows of figure and figure_growth for `figure-make-store`. */

/** The cells of a row. */
export type Line = readonly (number | string | null)[]
const cellLine = ({ series, year, yearGroup, moment, group }: Cell): Line => [
  series,
  year,
  yearGroup,
  moment,
  group,
]

/** In the order of the columns of `FIGURE`. */
export const figureLine = (one: FigureCount): Line => [
  ...cellLine(one),
  one.n,
  one.exempt,
  one.scored,
  one.scoreSum,
  one.medianTwice,
  ...one.levels,
  ...one.references,
]

/** In the order of the columns of `GROWTH`. */
export const growthLine = (one: CellGrowth): Line => [
  ...cellLine(one),
  one.since.year,
  one.since.yearGroup,
  one.since.moment,
  one.same,
  one.grown,
  one.growthSum,
]

type Target = { readonly table: string; readonly columns: readonly string[] }
const CELL = ['series_no', 'school_year', 'year_group', 'moment', 'group_no']

/** Where figures are written. */
export const FIGURE: Target = {
  table: 'figure',
  columns: [
    ...CELL,
    'n',
    'exempt',
    'scored',
    'score_sum',
    'median_twice',
    ...LEVELS.map((_, place) => `level_${place}`),
    ...REFERENCES.map((_, place) => `ref_${place}`),
  ],
}

/** Where growth is written. */
export const GROWTH: Target = {
  table: 'figure_growth',
  columns: [...CELL, 'since_year', 'since_year_group', 'since_moment', 'same', 'grown', 'growth_sum'],
}

/** Values of a statement on PostgreSQL (as columns), and of one on SQLite (as rows). */
const LINES_AT_ONCE = { postgres: 5000, sqlite: 200 } as const

/** Writes rows of a school, inside the caller's transaction. */
export async function insertLines(
  within: Sql,
  dialect: Db['dialect'],
  { schoolId }: Actor,
  { table, columns }: Target,
  lines: readonly Line[],
) {
  const into = sql`insert into ${sql.table(table)} (school_id, ${sql.raw(columns.join(', '))})`
  const most = LINES_AT_ONCE[dialect]
  for (let from = 0; from < lines.length; from += most) {
    const some = lines.slice(from, from + most)
    if (dialect === 'postgres') {
      const arrays = columns.map((_, at) => sql`${some.map((line) => line[at])}::bigint[]`)
      await sql`${into} select ${schoolId}, made.* from unnest(${sql.join(arrays)}) as made`.execute(within)
    } else {
      const rows = some.map((line) => sql`(${sql.join([schoolId, ...line])})`)
      await sql`${into} values ${sql.join(rows)}`.execute(within)
    }
  }
}
