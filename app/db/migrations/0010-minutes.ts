import type { SchemaStep } from '../schema.ts'

/**
 * What the minutes of a meeting add: when they were put before the team, actions, the minutes as they were confirmed
 * (sealed, piece by piece), signed corrections, and who says to have read a version of the plan. What is sealed refers to
 * no row of a meeting or person: a school that is cleared keeps it, and nothing else for its sake.
 */
export const minutes: SchemaStep = {
  name: '0010-minutes',
  tables: {
    minutes_put: `meeting_id text primary key references meeting, school_id text not null references school,
      put_at text not null, put_by text not null references person, notes text not null`,
    meeting_action: `id text primary key, school_id text not null references school,
      meeting_id text not null references meeting, item_id text references meeting_item,
      owner_id text not null references person, what text not null, due_on text, added_at text not null,
      added_by text not null, done_at text, done_by text`,
    minutes_sealed: `meeting_id text primary key, school_id text not null references school, frame text not null,
      sha256 text not null, sealed_at text not null, sealed_by text not null, confirmed_in text not null,
      decision_id text`,
    minutes_sealed_item: `meeting_id text not null references minutes_sealed, item_id text not null,
      school_id text not null references school, position integer not null, track_id text, content text,
      sha256 text not null, erased_at text, erased_by text, erased_why text, primary key (meeting_id, item_id)`,
    minutes_correction: `meeting_id text not null references minutes_sealed, number integer not null,
      school_id text not null references school, item_id text, what text not null, why text not null,
      signed_at text not null, signed_by text not null, signed_name text not null, sha256 text not null,
      primary key (meeting_id, number)`,
    version_read: `version_id text not null references plan_version, person_id text not null references person,
      school_id text not null references school, read_at text not null, primary key (version_id, person_id)`,
  },
  openTables: {},
  indexes: ['meeting_action (meeting_id)', 'meeting_action (owner_id)', 'minutes_sealed_item (track_id)'],
  sealed: [
    { table: 'minutes_sealed' },
    {
      table: 'minutes_sealed_item',
      // The text of a track whose term has come goes from here, too.
      mayErase: { column: 'content', record: ['erased_at', 'erased_by', 'erased_why'] },
    },
    { table: 'minutes_correction' },
  ],
  readableByAll: [],
}
