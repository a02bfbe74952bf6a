import type { SchemaStep } from '../schema.ts'

/** What questions and profiles are about: the topics of a school. */
export const topics: SchemaStep = {
  name: '0019-topics',
  tables: {
    topic: `id text primary key, school_id text not null references school, built_in text,
      name text not null, added_at text not null, added_by text, retired_at text`,
  },
  openTables: {},
  columns: [],
  indexes: ['topic (school_id)'],
  sealed: [],
  readableByAll: [],
}
