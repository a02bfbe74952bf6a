import type { SchemaStep } from '../schema.ts'

/** Working notes of a teacher and a named supporter, encrypted. */
export const notes: SchemaStep = {
  name: '0006-notes',
  tables: {},
  openTables: {},
  indexes: [],
  sealed: [],
  readableByAll: [],
}
