import type { SchemaStep } from '../schema.ts'

/** Analyses of a half-year and a year, with the numbers of their day. */
export const analysis: SchemaStep = {
  name: '0032-analysis',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
