/** Rows of the tables of step 0002-writing-together. */
export type WritingTables = {}
