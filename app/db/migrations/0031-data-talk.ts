import type { SchemaStep } from '../schema.ts'

/** Data talks of learning teams: what was seen, what it may mean, what is wanted and done. Nothing of a pupil. */
export const dataTalk: SchemaStep = {
  name: '0031-data-talk',
  tables: {
    data_talk: `id text primary key, school_id text not null references school,
      learning_team_id text references learning_team, subject text not null, school_year text not null,
      begun_at text not null, begun_by text references person, ended_at text, shared_at text,
      meeting_id text references meeting, plan_id text references plan, entry_id text, amendment_id text,
      goal_at text, revision integer not null, changed_at text not null`,
    data_talk_line: `id text primary key, school_id text not null references school,
      talk_id text not null references data_talk, part text not null, under_id text, fact text,
      words text not null, author_id text references person, written_at text not null,
      changed_at text not null, revision integer not null, step_id text`,
  },
  openTables: {},
  columns: [],
  indexes: ['data_talk (school_id)', 'data_talk_line (talk_id)'],
  sealed: [],
  readableByAll: [],
}
