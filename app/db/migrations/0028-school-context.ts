import type { SchemaStep } from '../schema.ts'

/** What a school's results are seen against: weighting, spread and numbers of a school year. */
export const schoolContext: SchemaStep = {
  name: '0028-school-context',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
