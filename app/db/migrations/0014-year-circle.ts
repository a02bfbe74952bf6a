import type { SchemaStep } from '../schema.ts'

/** The moments of a school year, and what the school changed of the holidays. */
export const yearCircle: SchemaStep = {
  name: '0014-year-circle',
  tables: {
    year_item: `id text primary key, school_id text not null references school, school_year text not null,
      kind text not null, title text not null, note text not null, place text not null,
      from_day text not null, to_day text not null, starts_at text, ends_at text,
      made_from text, revision integer not null,
      made_at text not null, made_by text, changed_at text not null, changed_by text,
      removed_at text, removed_by text`,
    year_holiday: `school_id text not null references school, school_year text not null, key text not null,
      name text not null, from_day text, to_day text, changed_at text not null, changed_by text,
      primary key (school_id, school_year, key)`,
    year_template_line: `id text not null, school_id text not null references school,
      position integer not null, kind text not null, title text not null, note text not null,
      anchor text not null, week integer not null, weekday integer not null, days integer not null,
      primary key (school_id, id)`,
    year_proposal: `id text primary key, school_id text not null references school,
      plan_id text not null references plan, entry_id text not null, occasion text not null,
      from_day text not null, to_day text not null, proposed_at text not null, proposed_by text,
      answer text, became text, answered_at text, answered_by text`,
  },
  openTables: {},
  columns: ['school region text'],
  indexes: ['year_item (school_id, school_year)', 'year_proposal (plan_id)'],
  sealed: [],
  readableByAll: [],
}
