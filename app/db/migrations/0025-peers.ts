import type { SchemaStep } from '../schema.ts'

/** Pairs and triads that learn together for a term. */
export const peers: SchemaStep = {
  name: '0025-peers',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
