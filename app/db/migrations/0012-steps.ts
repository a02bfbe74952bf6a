import type { SchemaStep } from '../schema.ts'

/** Small next steps of goals and tracks, and the forms of work by which they go. */
export const steps: SchemaStep = {
  name: '0012-steps',
  tables: {},
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
