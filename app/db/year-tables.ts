/** Rows of the tables of step 0014-year-circle. */
export type YearTables = Record<never, never>
