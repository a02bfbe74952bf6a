import type { SchemaStep } from '../schema.ts'

/** Questions that come back, and the team goals that came of them: nobody's name, and no text. */
export const patterns: SchemaStep = {
  name: '0023-patterns',
  tables: {
    pattern: `id text primary key, school_id text not null references school, topic text not null,
      school_year text not null, term integer not null, changed_at text not null, dismissed_at text,
      kept_at text, meeting_id text references meeting, plan_id text references plan, entry_id text,
      amendment_id text, goal_at text, unique (school_id, topic, school_year, term)`,
    pattern_text: `question_id text primary key, school_id text not null references school,
      pattern_id text not null references pattern, asked_at text not null, answer text, answered_at text,
      text_revision integer`,
  },
  openTables: {},
  columns: [],
  indexes: ['pattern_text (pattern_id)'],
  sealed: [],
  readableByAll: [],
}
