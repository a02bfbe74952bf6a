import type { SchemaStep } from '../schema.ts'

/** Which letters somebody wants. */
export const reminders: SchemaStep = {
  name: '0018-reminders',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
