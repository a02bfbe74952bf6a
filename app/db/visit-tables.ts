/** Rows of the tables of step 0013-visits. */
export type VisitTables = Record<never, never>
