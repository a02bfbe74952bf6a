import type { SchemaStep } from '../schema.ts'

/** Documents of texts that several people write at once. */
export const writingTogether: SchemaStep = {
  name: '0002-writing-together',
  tables: {},
  openTables: {},
  indexes: [],
  sealed: [],
  readableByAll: [],
}
