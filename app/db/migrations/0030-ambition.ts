import type { SchemaStep } from '../schema.ts'

/**
 * Ambitions of a school in figures, with what each said before it was changed. Values are in ten-thousandths. The series
 * stands in it by name, not by number: a series of which nothing is left loses its number. Who
 * wrote it down is not kept: it is of a team.
 */
export const ambition: SchemaStep = {
  name: '0030-ambition',
  tables: {
    ambition: `id text primary key, school_id text not null references school,
      learning_team_id text references learning_team, talk_id text, about text not null, subject text not null,
      year_group integer not null, moment text not null, test text not null, supplier text not null,
      norm text not null, measure text not null, level text not null, from_year text, from_value integer,
      from_n integer, to_value integer not null, by_year text not null, why text not null, plan_id text,
      entry_id text, amendment_id text, seen_year text, seen_value integer, seen_n integer, seen_at text,
      made_at text not null, ended_at text, ended_how text,
      revision integer not null`,
    ambition_past: `ambition_id text not null references ambition, revision integer not null,
      school_id text not null references school, to_value integer not null, by_year text not null,
      why text not null, changed_at text not null,
      primary key (ambition_id, revision)`,
  },
  openTables: {},
  columns: [],
  indexes: ['ambition (school_id)', 'ambition (plan_id)'],
  sealed: [],
  readableByAll: [],
}
