import type { SchemaStep } from '../schema.ts'

/** Test results under a pseudonym, the imports they came with, and the figures that are kept ready. */
export const results: SchemaStep = {
  name: '0027-results',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
