import type { SchemaStep } from '../schema.ts'

/** Data talks of learning teams. */
export const dataTalk: SchemaStep = {
  name: '0031-data-talk',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
