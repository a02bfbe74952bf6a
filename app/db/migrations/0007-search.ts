import type { SchemaStep } from '../schema.ts'

/** The words by which passages are found. */
export const search: SchemaStep = {
  name: '0007-search',
  tables: {
    search_text: `owner_id text not null, field text not null, school_id text not null references school,
      revision integer not null, primary key (owner_id, field)`,
    search_word: `school_id text not null references school, word text not null, owner_id text not null,
      field text not null, times integer not null, primary key (school_id, word, owner_id, field)`,
  },
  openTables: {},
  indexes: [
    'search_text (school_id, revision)',
    'search_word (owner_id, field)',
    'passage (school_id, revision)',
  ],
  sealed: [],
  readableByAll: [],
}
