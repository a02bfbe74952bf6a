import type { SchemaStep } from '../schema.ts'

/** What a school is compared by: weighting, spread, numbers. */
export const schoolContext: SchemaStep = {
  name: '0028-school-context',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
