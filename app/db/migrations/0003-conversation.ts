import type { SchemaStep } from '../schema.ts'

/** Comments and suggestions on passages, and the daily digest. */
export const conversation: SchemaStep = {
  name: '0003-conversation',
  tables: {},
  openTables: {},
  indexes: [],
  sealed: [],
  readableByAll: [],
}
