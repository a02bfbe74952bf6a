import type { SchemaStep } from '../schema.ts'

/** Questions that come back, and the team goals that came of them. */
export const patterns: SchemaStep = {
  name: '0023-patterns',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
