import type { SchemaStep } from '../schema.ts'

/** The coordinator’s own time, what of it is shared, and the aim that the team adopts. */
export const time: SchemaStep = {
  name: '0016-time',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
