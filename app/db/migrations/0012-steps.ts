import type { SchemaStep } from '../schema.ts'

/** Small next steps of goals and tracks, and the forms of work by which they go. */
export const steps: SchemaStep = {
  name: '0012-steps',
  tables: {
    work_form: `id text primary key, school_id text not null references school, built_in text,
      name text not null, added_at text not null, added_by text, retired_at text`,
    step: `id text primary key, school_id text not null references school,
      plan_id text not null references plan, entry_id text not null references entry,
      what text not null, form text, on_day text, made_at text not null, made_by text,
      changed_at text not null, ended_at text, ended_by text, ended_as text, saw text`,
    step_person: `step_id text not null references step, school_id text not null references school,
      person_id text not null references person, asked_at text not null, agreed_at text, declined_at text,
      primary key (step_id, person_id)`,
  },
  openTables: {},
  columns: [],
  indexes: [
    'work_form (school_id)',
    'step (plan_id)',
    'step (entry_id)',
    'step_person (school_id, person_id)',
  ],
  sealed: [],
  readableByAll: [],
}
