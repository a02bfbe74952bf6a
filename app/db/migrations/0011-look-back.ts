import type { SchemaStep } from '../schema.ts'

/** Looking back in a meeting: themes, the parts that belong to nobody alone, and the yields that are followed. */
export const lookBack: SchemaStep = {
  name: '0011-look-back',
  tables: {
    team_look: `id text primary key, school_id text not null references school,
      plan_id text not null references plan, moment text not null, changed_at text not null, changed_by text,
      noted_at text, unique (plan_id, moment)`,
    team_choice: `plan_id text not null references plan, school_id text not null references school,
      kind text not null, subject_id text not null, choice text not null, text text not null,
      decided_at text not null, decided_by text, primary key (plan_id, kind, subject_id)`,
    yield_promise: `id text primary key, school_id text not null references school,
      plan_id text not null references plan, entry_id text, person_id text not null references person,
      what text not null, with_whom text not null, due_on text, made_at text not null, made_by text,
      came_of text, ended_at text, ended_by text, ended_as text`,
    meeting_theme: `id text primary key, school_id text not null references school,
      meeting_id text not null references meeting, item_id text not null references meeting_item,
      title text not null, position integer not null, outcome text not null, becomes_goal integer not null,
      made_at text not null, made_by text, removed_at text`,
    meeting_outcome: `item_id text primary key references meeting_item, school_id text not null references school,
      meeting_id text not null references meeting, next text not null, words text not null,
      proposed_at text not null, proposed_by text, how text, decided_at text, decided_by text`,
  },
  openTables: {},
  columns: ['evaluation decided_at text', 'evaluation decided_in text', 'meeting_say source text'],
  indexes: ['yield_promise (plan_id)', 'meeting_theme (meeting_id)', 'meeting_outcome (meeting_id)'],
  sealed: [],
  readableByAll: [],
}
