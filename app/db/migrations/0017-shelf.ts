import type { SchemaStep } from '../schema.ts'

/** What was tried and seen: short pieces that the school keeps; their texts are passages. */
export const shelf: SchemaStep = {
  name: '0017-shelf',
  tables: {
    piece: `id text primary key, school_id text not null references school, writer_id text references person,
      plan_id text references plan, entry_id text, promise_id text unique, school_year text not null,
      subject text, grades text not null, work_form text, link text, made_at text not null,
      changed_at text not null, shared_at text`,
    piece_link: `piece_id text not null references piece, school_id text not null references school,
      plan_id text not null references plan, entry_id text not null, linked_at text not null, linked_by text,
      primary key (piece_id, entry_id)`,
  },
  openTables: {},
  columns: [],
  indexes: ['piece (school_id, shared_at)', 'piece (writer_id)', 'piece_link (plan_id)'],
  sealed: [],
  readableByAll: [],
}
