import type { SchemaStep } from '../schema.ts'

/** What colleagues say of themselves: what they can help with, want to learn, like to be asked. */
export const profiles: SchemaStep = {
  name: '0024-profiles',
  tables: {
    profile: `person_id text primary key references person, school_id text not null references school,
      ways text not null, often text, line text not null,
      shows_visits integer not null, shows_questions integer not null, changed_at text not null`,
    profile_topic: `person_id text not null references profile, school_id text not null references school,
      topic text not null, part text not null, position integer not null, words text not null,
      primary key (person_id, part, topic)`,
  },
  openTables: {},
  columns: [],
  indexes: ['profile (school_id)', 'profile_topic (school_id)'],
  sealed: [],
  readableByAll: [],
}
