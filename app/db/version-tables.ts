/** Rows of the tables of step 0004-versions. */
export type VersionTables = {}
