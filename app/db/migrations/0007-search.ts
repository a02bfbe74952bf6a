import type { SchemaStep } from '../schema.ts'

/** The words by which passages are found. */
export const search: SchemaStep = {
  name: '0007-search',
  tables: {},
  openTables: {},
  indexes: [],
  sealed: [],
  readableByAll: [],
}
