import type { SchemaStep } from '../schema.ts'

/** Taking a class over, going to look, and what one looks at. */
export const visits: SchemaStep = {
  name: '0013-visits',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
