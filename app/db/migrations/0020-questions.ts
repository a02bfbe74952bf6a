import type { SchemaStep } from '../schema.ts'

/** Questions and their rungs, whom was asked, who reads along. */
export const questions: SchemaStep = {
  name: '0020-questions',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
