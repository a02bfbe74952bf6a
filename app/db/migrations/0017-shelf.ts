import type { SchemaStep } from '../schema.ts'

/** What was tried and seen: short pieces that the school keeps. */
export const shelf: SchemaStep = {
  name: '0017-shelf',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
