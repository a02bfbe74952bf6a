import type { SchemaStep } from '../schema.ts'

/** How a plan stood at a moment: named and automatic versions. */
export const versions: SchemaStep = {
  name: '0004-versions',
  tables: {},
  openTables: {},
  indexes: [],
  sealed: [],
  readableByAll: [],
}
