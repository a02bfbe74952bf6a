import type { SchemaStep } from '../schema.ts'

/** What questions and profiles are about: the topics of a school. */
export const topics: SchemaStep = {
  name: '0019-topics',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
