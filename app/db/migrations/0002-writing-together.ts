import type { SchemaStep } from '../schema.ts'

/** Documents of texts that several people write at once. */
export const writingTogether: SchemaStep = {
  name: '0002-writing-together',
  tables: {
    passage_doc: `owner_id text not null, field text not null, school_id text not null references school,
      scope_id text not null, birth text not null, state text not null, revision integer not null,
      made_at text not null, primary key (owner_id, field)`,
  },
  openTables: {},
  // Since when the text is being written without a pause: the history keeps one text of every such stretch.
  columns: ['passage writing_since text'],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
