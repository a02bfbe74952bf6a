import type { SchemaStep } from '../schema.ts'

/** Comments and suggestions on passages, and the daily digest. */
export const conversation: SchemaStep = {
  name: '0003-conversation',
  tables: {
    comment_thread: `id text primary key, school_id text not null references school, owner_id text not null,
      field text not null, scope_id text not null, quote text not null, words_before text not null,
      words_after text not null, opened_at text not null, opened_by text, resolved_at text, resolved_by text`,
    comment: `id text primary key, school_id text not null references school,
      thread_id text not null references comment_thread, text text not null, written_at text not null, written_by text,
      changed_at text, withdrawn_at text`,
    comment_seen: `thread_id text not null references comment_thread, person_id text not null references person,
      school_id text not null references school, comment_id text not null, primary key (thread_id, person_id)`,
    suggestion: `id text primary key, school_id text not null references school, owner_id text not null,
      field text not null, scope_id text not null, revision integer not null, quote text not null,
      words_before text not null, words_after text not null, replacement text not null, reason text, made_by text,
      made_at text not null, outcome text, answered_at text, answered_by text, answer text`,
    digest: `person_id text primary key references person, school_id text not null references school, off_at text,
      told text not null, told_on text`,
  },
  openTables: {},
  indexes: [
    'comment_thread (scope_id)',
    'comment_thread (owner_id)',
    'comment (thread_id)',
    'suggestion (scope_id)',
    'suggestion (owner_id)',
  ],
  sealed: [],
  readableByAll: [],
}
