import type { SchemaStep } from '../schema.ts'

/** What the coordinator answered, and small asks. */
export const tray: SchemaStep = {
  name: '0022-tray',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
