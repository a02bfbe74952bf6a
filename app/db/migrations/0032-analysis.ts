import type { SchemaStep } from '../schema.ts'

/** Analyses of a half-year and a year, with the numbers of their day: nobody's name, and no row of a pupil. */
export const analysis: SchemaStep = {
  name: '0032-analysis',
  tables: {
    analysis: `id text primary key, school_id text not null references school, kind text not null,
      school_year text not null, made_at text not null, meeting_id text references meeting,
      unique (school_id, kind, school_year)`,
    analysis_version: `analysis_id text not null references analysis, number integer not null,
      school_id text not null references school, taken_at text not null, report text not null, shared_at text,
      primary key (analysis_id, number)`,
    analysis_part: `analysis_id text not null references analysis, number integer not null,
      school_id text not null references school, part text not null, is_in integer not null, words text not null,
      revision integer not null, primary key (analysis_id, number, part)`,
  },
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
