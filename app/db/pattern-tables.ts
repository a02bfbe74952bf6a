/** Rows of the tables of step 0023-patterns. */
export type PatternTables = Record<never, never>
