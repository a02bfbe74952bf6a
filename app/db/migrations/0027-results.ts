import type { SchemaStep } from '../schema.ts'

const LEVELS = Array.from({ length: 13 }, (_, place) => `level_${place} integer not null`).join(', ')
const REFERENCES = Array.from({ length: 4 }, (_, place) => `ref_${place} integer not null`).join(', ')

// No foreign key here: on a million rows it would be asked a million times. Row level security and the store see to it.
const WHAT = `school_id text not null, series_no integer not null, school_year smallint not null,
  year_group smallint not null, moment smallint not null`
const REACHED = `pupil bigint not null, group_no integer not null, score bigint, level smallint, reference smallint,
  exempt smallint not null, import_no integer not null`
const KEY = 'school_id, series_no, school_year, year_group, moment'
// Numbers alone, so that the index stays small: the number of a series is of one school. The pupil early: growth is
// found along it.
const RESULT_KEY = 'series_no, pupil, school_year, moment, year_group'

/**
 * Test results under a pseudonym, the imports they came with, and the figures that are kept ready. What a number in a
 * row means (a series, a group, an import) stands in a small table beside it, so that rows stay narrow.
 */
export const results: SchemaStep = {
  name: '0027-results',
  tables: {
    pupil_key: `school_id text primary key references school, sealed text not null, key_id text not null,
      made_at text not null`,
    result_import: `id text primary key, school_id text not null references school, no integer not null,
      supplier text not null, kind text not null, made_at text not null, made_by text references person,
      added integer not null, replaced integer not null, same integer not null, first_year smallint not null,
      last_year smallint not null, undone_at text, undone_by text references person, unique (school_id, no)`,
    result_series: `no integer primary key, school_id text not null references school, subject text not null,
      test text not null, supplier text not null, norm text not null,
      unique (school_id, subject, test, supplier, norm)`,
    result_group: `school_id text not null references school, no integer not null, name text not null,
      primary key (school_id, no), unique (school_id, name)`,
    result: `${WHAT}, ${REACHED}, primary key (${RESULT_KEY})`,
    // What another import replaced: it comes back when that one is undone.
    result_before: `${WHAT}, ${REACHED}, primary key (${RESULT_KEY}, import_no)`,
    // School years whose pupils' rows were deleted at the end of their term: their figures stay as they are.
    result_closed: `school_id text not null references school, school_year smallint not null,
      primary key (school_id, school_year)`,
    figure: `${WHAT}, group_no integer not null, n integer not null, exempt integer not null, scored integer not null,
      score_sum bigint not null, median_twice bigint, ${LEVELS}, ${REFERENCES}, primary key (${KEY}, group_no)`,
    figure_growth: `${WHAT}, group_no integer not null, since_year smallint not null,
      since_year_group smallint not null, since_moment smallint not null, same integer not null,
      grown integer not null, growth_sum bigint not null,
      primary key (${KEY}, group_no, since_year, since_year_group, since_moment)`,
    figure_pupils: `school_id text not null references school, school_year smallint not null,
      year_group smallint not null, moment smallint not null, pupils integer not null, exempt integer not null,
      primary key (school_id, school_year, year_group, moment)`,
    // Only while an import or an undo runs: of which series and years the figures are to be made anew.
    figure_stale: `school_id text not null references school, series_no integer not null,
      school_year smallint not null, primary key (school_id, series_no, school_year)`,
  },
  // The last number that a series of any school got.
  openTables: { series_counter: 'only_one integer primary key, last integer not null' },
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
