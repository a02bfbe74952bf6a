import type { SchemaStep } from '../schema.ts'

/** Rounds that are held in a room, unnamed ballots, and polls (dots and checks). */
export const inTheRoom: SchemaStep = {
  name: '0008-in-the-room',
  tables: {
    ballot: `id text primary key, school_id text not null references school, box text not null, choice text not null`,
    ballot_given: `box text not null, school_id text not null references school,
      person_id text not null references person, primary key (box, person_id)`,
    poll: `id text primary key, school_id text not null references school, scope_id text not null,
      subject_id text not null, kind text not null, question text not null, options text not null,
      dots integer not null, unnamed integer not null, voters text not null, opened_at text not null,
      opened_by text not null, closed_at text, closed_by text, result text`,
    poll_answer: `poll_id text not null references poll, school_id text not null references school,
      person_id text not null references person, choice text not null, primary key (poll_id, person_id)`,
  },
  openTables: {},
  columns: [
    'decision unnamed integer',
    'decision absent_days integer',
    'decision_round held text',
    'decision_round counted text',
    'decision_round reopened text',
    'voice how text',
    'voice entered_by text',
  ],
  indexes: ['ballot (box)', 'poll (scope_id)'],
  sealed: [],
  readableByAll: [],
}
