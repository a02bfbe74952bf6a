import type { SchemaStep } from '../schema.ts'

/**
 * What the coordinators answered, who takes what, questions that are answered together, and small asks. Without a
 * reference to `question`: that room forgets its rows first, and says so to this one.
 */
export const tray: SchemaStep = {
  name: '0022-tray',
  tables: {
    question_answer: `id text primary key, school_id text not null references school, question_id text not null,
      by_id text not null references person, kind text not null, words text not null, variant text not null,
      agreed_words text, agreed_href text, colleague_id text references person, plan_id text, entry_id text,
      step_what text, step_taken_at text, step_id text, appointment_id text, answered_at text not null,
      reply text, reply_words text not null, replied_at text, taken_back_at text`,
    question_take: `question_id text primary key, school_id text not null references school,
      person_id text not null references person, taken_at text not null`,
    question_join: `id text primary key, school_id text not null references school, one_id text not null,
      other_id text not null, by_id text not null references person, joined_at text not null, one_said text,
      other_said text, ended_at text`,
    small_ask: `id text primary key, school_id text not null references school,
      person_id text not null references person, kind text not null, answer text not null, on_day text not null,
      made_at text not null, once_key text not null, unique (person_id, once_key)`,
  },
  openTables: {},
  columns: [],
  indexes: [
    'question_answer (question_id)',
    'question_answer (school_id, by_id, answered_at)',
    'question_join (one_id)',
    'question_join (other_id)',
    'small_ask (person_id, on_day)',
  ],
  sealed: [],
  readableByAll: [],
}
