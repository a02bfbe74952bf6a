import type { SchemaStep } from '../schema.ts'

/** What the minutes of a meeting add: notes, actions, confirmation and corrections, and who read a version. */
export const minutes: SchemaStep = {
  name: '0010-minutes',
  tables: {},
  openTables: {},
  indexes: [],
  sealed: [],
  readableByAll: [],
}
