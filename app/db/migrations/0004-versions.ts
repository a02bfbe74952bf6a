import type { SchemaStep } from '../schema.ts'

/**
 * How a plan stood at a moment: named and automatic versions. A version is a list of the numbers of its pieces; a
 * piece that stays the same is stored once. And, for a day, what somebody changed, to be able to undo it.
 */
export const versions: SchemaStep = {
  name: '0004-versions',
  tables: {
    snapshot_piece: `plan_id text not null references plan, number integer not null, school_id text not null references school,
      owner_id text not null, content text not null, sha256 text not null, primary key (plan_id, number),
      unique (plan_id, owner_id, sha256)`,
    snapshot: `id text primary key, school_id text not null references school, plan_id text not null references plan,
      kind text not null, name text, number integer, phase text not null, pieces text not null, revision integer not null,
      made_at text not null, made_by text`,
    own_change: `id text primary key, school_id text not null references school, plan_id text not null references plan,
      person_id text not null references person, subject_id text not null, act text not null, made_at text not null,
      undone_at text`,
  },
  openTables: {},
  columns: ['principle removed_by text'],
  indexes: ['snapshot (plan_id)', 'own_change (plan_id, person_id)'],
  sealed: [],
  readableByAll: [],
}
