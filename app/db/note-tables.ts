/** Rows of the tables of step 0006-notes. */
export type NoteTables = {}
