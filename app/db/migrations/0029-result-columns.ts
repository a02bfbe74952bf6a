import type { SchemaStep } from '../schema.ts'

/** How the columns of a supplier's files are read, as the school chose it last: headings alone, nothing of a row. */
export const resultColumns: SchemaStep = {
  name: '0029-result-columns',
  tables: {
    result_columns: `school_id text not null references school, supplier text not null, norm text not null,
      headings text not null, used_at text not null, primary key (school_id, supplier)`,
  },
  openTables: {},
  columns: [],
  indexes: [],
  sealed: [],
  readableByAll: [],
}
