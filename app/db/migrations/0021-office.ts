import type { SchemaStep } from '../schema.ts'

/** Who is in school when, who stands in, office hours and appointments. */
export const office: SchemaStep = {
  name: '0021-office',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
