import type { SchemaStep } from '../schema.ts'

/** Changes of an adopted plan, until they are decided. */
export const amendments: SchemaStep = {
  name: '0005-amendments',
  tables: {},
  openTables: {},
  indexes: [],
  sealed: [],
  readableByAll: [],
}
