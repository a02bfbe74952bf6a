/** Rows of the tables of step 0016-time. */
export type TimeTables = Record<never, never>
