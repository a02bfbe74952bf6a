import type { SchemaStep } from '../schema.ts'

/** Pairs and triads that learn together for a term. */
export const peers: SchemaStep = {
  name: '0025-peers',
  tables: {
    peer_group: `id text primary key, school_id text not null references school, topic text, aim text not null,
      from_day text not null, to_day text not null, started_by text references person, made_at text not null,
      closed_at text, kept text not null, revision integer not null, changed_at text not null`,
    peer_member: `group_id text not null references peer_group, school_id text not null references school,
      person_id text not null references person, state text not null, asked_by text references person,
      asked_at text not null, answered_at text, shows integer not null, brought text not null,
      primary key (group_id, person_id)`,
    peer_agreement: `id text primary key, school_id text not null references school,
      group_id text not null references peer_group, text text not null, added_at text not null`,
    peer_moment: `id text primary key, school_id text not null references school,
      group_id text not null references peer_group, starts_at text not null, ends_at text not null,
      place text not null, cancelled_at text, sequence integer not null`,
  },
  openTables: {},
  columns: [],
  indexes: [
    'peer_group (school_id)',
    'peer_member (school_id, person_id)',
    'peer_agreement (group_id)',
    'peer_moment (group_id)',
    'peer_moment (school_id, starts_at)',
  ],
  sealed: [],
  readableByAll: [],
}
