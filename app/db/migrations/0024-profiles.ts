import type { SchemaStep } from '../schema.ts'

/** What colleagues say of themselves: what they can help with, want to learn, like to be asked. */
export const profiles: SchemaStep = {
  name: '0024-profiles',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
