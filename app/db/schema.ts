/** One numbered step of the schema, written once for both databases. */
export type SchemaStep = {
  readonly name: string
  /** Tables of a school: each has a `school_id` (`school` its own `id`), guarded by row level security on PostgreSQL. */
  readonly tables: Readonly<Record<string, string>>
  /** Tables of the server as a whole, without anything of a school. */
  readonly openTables: Readonly<Record<string, string>>
  /** Columns that a table of an earlier step gets, as 'table column type'; a row that is there holds null. */
  readonly columns?: readonly string[]
  /** What happens to rows that are there, of every school, once tables and columns are: statements for each database. */
  readonly rows?: Readonly<Record<'sqlite' | 'postgres', readonly string[]>>
  /** As 'table (columns)'. */
  readonly indexes: readonly string[]
  /** Tables whose rows never change once written: the database itself refuses it. */
  readonly sealed: readonly Seal[]
  /** Tables of a school that may be read before the school is known. */
  readonly readableByAll: readonly string[]
}

type Seal = {
  readonly table: string
  /** The one update that is allowed: emptying this column once, with a record of it. */
  readonly mayErase?: { readonly column: string; readonly record: readonly string[] }
}

/** The statements of a step that both databases share. */
export function* tableStatements(step: SchemaStep) {
  for (const [table, columns] of Object.entries({ ...step.tables, ...step.openTables })) {
    yield `create table ${table} (${columns.replace(/\s+/g, ' ')})`
  }
  for (const column of step.columns ?? []) {
    const [table, ...declared] = column.split(' ')
    yield `alter table ${table} add column ${declared.join(' ')}`
  }
  for (const index of step.indexes) yield `create index ${indexName(index)} on ${index}`
}

const indexName = (index: string) => `${index.replace(/[^a-z_]+/g, '_').replace(/_$/, '')}_index`

/** The columns of a table, in order, as the step declares them. */
export function columnsOf(step: SchemaStep, table: string): string[] {
  const declared = step.tables[table] ?? step.openTables[table] ?? ''
  return declared
    .replace(/\([^)]*\)/g, '')
    .split(',')
    .map((column) => column.trim().split(/\s+/)[0] ?? '')
    .filter((name) => name !== '' && name !== 'unique' && name !== 'primary')
}

/** What must stay as it was when a sealed row is erased. */
export function columnsThatStay(step: SchemaStep, table: string, erase: NonNullable<Seal['mayErase']>) {
  return columnsOf(step, table).filter((name) => name !== erase.column && !erase.record.includes(name))
}

/** What makes a row of a table one of its kind: the columns of its primary key, and of each `unique`. */
export function keysOf(step: SchemaStep, table: string): string[][] {
  const declared = (step.tables[table] ?? '').replace(/\s+/g, ' ')
  const together = [...declared.matchAll(/(?:primary key|unique) \(([^)]*)\)/g)].map(([, columns = '']) =>
    columns.split(/,\s*/),
  )
  const alone = declared
    .replace(/\([^)]*\)/g, '')
    .split(',')
    .filter((column) => /\S (.* )?(primary key|unique)\b/.test(column.trim()))
  return [...together, ...alone.map((column) => [column.trim().split(' ')[0] ?? ''])]
}
