import type { SchemaStep } from '../schema.ts'

/** The coordinator’s own time, what of it is shared, and the aim that the team adopts. */
export const time: SchemaStep = {
  name: '0016-time',
  tables: {
    time_entry: `id text primary key, school_id text not null references school,
      person_id text not null references person, what text not null, entry_id text, ad_hoc text,
      on_day text not null, started_at text, minutes integer not null, aim text, domains text not null,
      source text not null, once_key text not null, made_at text not null, unique (person_id, once_key)`,
    time_running: `person_id text primary key references person, school_id text not null references school,
      what text not null, entry_id text, ad_hoc text, started_at text not null`,
    time_share: `id text primary key, school_id text not null references school,
      person_id text not null references person, plan_id text not null references plan,
      from_day text not null, until_day text not null, aim integer, figures text not null, audience text not null,
      shared_at text not null, unique (person_id, plan_id, until_day)`,
  },
  openTables: {},
  columns: [
    'plan preventive_aim integer',
    'plan care_hours double precision',
    'plan room_hours double precision',
  ],
  indexes: ['time_entry (person_id, on_day)', 'time_share (plan_id)'],
  sealed: [],
  readableByAll: [],
}
