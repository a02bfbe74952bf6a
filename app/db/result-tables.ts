/** Rows of the tables of step 0027-results. */
export type ResultTables = Record<never, never>
