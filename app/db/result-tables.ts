import type { Moment } from '../kernel/day.ts'
import type { PersonId, ResultImportId, SchoolId } from '../kernel/id.ts'

/** One series, year, year group and moment; the year as the year in which it begins, the moment as its place. */
type What = {
  school_id: SchoolId
  series_no: number
  school_year: number
  year_group: number
  moment: number
}

/** `group_no` 0: without a group. PostgreSQL hands out a bigint as text. */
type ResultRow = What & {
  pupil: number | string
  group_no: number
  score: number | string | null
  level: number | null
  reference: number | null
  exempt: number
  import_no: number
}

type LevelCounts = Record<`level_${number}`, number> & Record<`ref_${number}`, number>

/** Rows of the tables of steps 0027-results and 0029-result-columns. */
export type ResultTables = {
  /** The key of the pupils' numbers, encrypted with one that does not lie in the database. */
  pupil_key: { school_id: SchoolId; sealed: string; key_id: string; made_at: Moment }
  result_import: {
    id: ResultImportId
    school_id: SchoolId
    no: number
    supplier: string
    kind: string
    made_at: Moment
    made_by: PersonId | null
    added: number
    replaced: number
    same: number
    first_year: number
    last_year: number
    undone_at: Moment | null
    undone_by: PersonId | null
  }
  result_series: {
    school_id: SchoolId
    no: number
    subject: string
    test: string
    supplier: string
    norm: string
  }
  result_group: { school_id: SchoolId; no: number; name: string }
  result: ResultRow
  result_before: ResultRow
  result_closed: { school_id: SchoolId; school_year: number }
  /** `group_no` 0: the whole school. Sums in ten-thousandths; the median twice, so that it is a whole number. */
  figure: What &
    LevelCounts & {
      group_no: number
      n: number
      exempt: number
      scored: number
      score_sum: number | string
      median_twice: number | string | null
    }
  figure_growth: What & {
    group_no: number
    since_year: number
    since_year_group: number
    since_moment: number
    same: number
    grown: number
    growth_sum: number | string
  }
  figure_pupils: {
    school_id: SchoolId
    school_year: number
    year_group: number
    moment: number
    pupils: number
    exempt: number
  }
  /** How the columns of a supplier's files are read; `headings` is a list of kind and heading, as JSON. */
  result_columns: { school_id: SchoolId; supplier: string; norm: string; headings: string; used_at: Moment }
  series_counter: { only_one: 1; last: number }
  figure_stale: { school_id: SchoolId; series_no: number; school_year: number }
}
