import type { SchemaStep } from '../schema.ts'

/** Ambitions of a school, and what they are followed by. */
export const ambition: SchemaStep = {
  name: '0030-ambition',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
