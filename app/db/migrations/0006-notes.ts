import type { SchemaStep } from '../schema.ts'

/** Working notes of a teacher and who the teacher lets in, encrypted; and the own proof that opens them. */
export const notes: SchemaStep = {
  name: '0006-notes',
  tables: {
    note: `id text primary key, school_id text not null references school, plan_id text not null references plan,
      entry_id text not null references entry, author_id text not null references person, sealed text not null,
      key_id text not null, revision integer not null, created_at text not null, changed_at text not null`,
    note_reader: `school_id text not null references school, plan_id text not null references plan,
      entry_id text not null references entry, person_id text not null references person, let_in_at text not null,
      primary key (entry_id, person_id)`,
    note_opening: `id text primary key, school_id text not null references school,
      entry_id text not null references entry, person_id text not null references person, session_id text not null,
      device text, opened_at text not null`,
  },
  // Which keys were ever used, by their fingerprints: so that a key that is gone is noticed and never made anew.
  openTables: { note_key: 'id text primary key, made_at text not null' },
  columns: [
    'session proved_at text',
    // How the session began in which the passkey was made; null: made before this was kept.
    'passkey made_way text',
    'person address_changed_at text',
  ],
  indexes: ['note (entry_id)', 'note_reader (plan_id)', 'note_opening (entry_id)'],
  sealed: [],
  readableByAll: [],
}
