/** Rows of the tables of step 0005-amendments. */
export type AmendmentTables = {}
