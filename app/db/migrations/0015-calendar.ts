import type { SchemaStep } from '../schema.ts'

/** Calendar addresses, what calendars were told by them, and calendars that were taken into the year circle. */
export const calendar: SchemaStep = {
  name: '0015-calendar',
  tables: {
    calendar_feed: `id text primary key, school_id text not null references school,
      person_id text not null references person, kind text not null, token_hash text not null unique,
      made_at text not null, seen_on text, unique (person_id, kind)`,
    calendar_told: `feed_id text not null references calendar_feed, uid text not null,
      school_id text not null references school, sequence integer not null, print text not null,
      from_day text not null, to_day text not null, starts_at text, ends_at text,
      changed_at text not null, gone_at text, primary key (feed_id, uid)`,
    calendar_import: `id text primary key, school_id text not null references school, school_year text not null,
      name text not null, taken_at text not null, taken_by text`,
    calendar_taken: `import_id text not null references calendar_import, event_key text not null,
      school_id text not null references school, item_id text, free_key text, was text,
      primary key (import_id, event_key)`,
  },
  openTables: {},
  columns: [],
  indexes: ['calendar_import (school_id)', 'calendar_taken (school_id)'],
  sealed: [],
  readableByAll: [],
}
