import type { SchemaStep } from '../schema.ts'

/** Calendar addresses, and what was told by them before. */
export const calendar: SchemaStep = {
  name: '0015-calendar',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
