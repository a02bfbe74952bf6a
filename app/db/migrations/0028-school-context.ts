import type { SchemaStep } from '../schema.ts'

/** What a school's results are seen against: weighting, spread and numbers of a school year. */
export const schoolContext: SchemaStep = {
  name: '0028-school-context',
  tables: {
    // Weighting and spread in hundredths. `weighting_from`: typed, or from the open file of the Inspectie.
    school_context: `school_id text not null references school, school_year text not null, weighting integer,
      weighting_from text, spread integer, pupils integer, note text, changed_at text not null,
      changed_by text references person, primary key (school_id, school_year)`,
    // What the Inspectie published of the school, as its open file says it; percentages in hundredths.
    published_standing: `school_id text not null references school, school_year text not null, ovt text not null,
      weighting integer, pupils integer, pct_1f integer, pct_target integer, value_1f integer, value_target integer, verdict_1f text,
      verdict_target text, taken_at text not null, taken_by text references person,
      primary key (school_id, school_year)`,
    published_year: `school_id text not null references school, until text not null, school_year text not null,
      pupils integer not null, pct_1f integer not null, pct_target integer not null,
      primary key (school_id, until, school_year)`,
  },
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
