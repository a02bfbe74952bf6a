import type { SchemaStep } from '../schema.ts'

/** Looking back in a meeting: themes, the parts that belong to nobody alone, and the yields that are followed. */
export const lookBack: SchemaStep = {
  name: '0011-look-back',
  tables: {},
  openTables: {},
  indexes: [],
  sealed: [],
  readableByAll: [],
}
