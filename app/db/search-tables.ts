/** Rows of the tables of step 0007-search. */
export type SearchTables = {}
