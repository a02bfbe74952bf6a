import type { SchemaStep } from '../schema.ts'

/** Which kinds of line somebody does not want by mail, and how a mail program can turn the letter off. */
export const reminders: SchemaStep = {
  name: '0018-reminders',
  tables: {
    letter_off: `person_id text not null references person, school_id text not null references school,
      kind text not null, off_at text not null, primary key (person_id, kind)`,
  },
  openTables: {},
  columns: ['mail unsubscribe text'],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
