import type { SchemaStep } from '../schema.ts'

/** Who takes a class over may fall out; the visit stays. */
export const coverFallsOut: SchemaStep = {
  name: '0026-cover-falls-out',
  tables: {},
  openTables: {},
  columns: ['visit cover_left_at text'],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
