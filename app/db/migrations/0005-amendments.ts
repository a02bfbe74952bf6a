import type { SchemaStep } from '../schema.ts'

/** Changes of an adopted plan, until they are decided. Their texts are passages of the amendment's id. */
export const amendments: SchemaStep = {
  name: '0005-amendments',
  tables: {
    amendment: `id text primary key, school_id text not null references school, plan_id text not null references plan,
      kind text not null, about text not null, subject_id text, why text not null, base text not null, ties text,
      made_at text not null, made_by text, decision_id text, stand_in_why text, stand_in_at text, stand_in_by text,
      ended text, ended_at text, ended_by text, ended_words text, version_number text`,
    amendment_yes: `amendment_id text not null references amendment, school_id text not null references school,
      person_id text not null references person, side text not null, text_print text not null, said_at text not null,
      primary key (amendment_id, side)`,
  },
  openTables: {},
  indexes: ['amendment (plan_id)', 'amendment (subject_id)'],
  sealed: [],
  readableByAll: [],
}
