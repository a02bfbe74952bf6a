import type { SchemaStep } from '../schema.ts'

/** How the columns of a supplier's files are read. */
export const resultColumns: SchemaStep = {
  name: '0029-result-columns',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
