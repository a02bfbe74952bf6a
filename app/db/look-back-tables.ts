/** Rows of the tables of step 0011-look-back. */
export type LookBackTables = {}
