import type { SchemaStep } from '../schema.ts'

/** The moments of a school year, and what the school changed of the holidays. */
export const yearCircle: SchemaStep = {
  name: '0014-year-circle',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
