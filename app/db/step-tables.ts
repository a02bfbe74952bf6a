/** Rows of the tables of step 0012-steps. */
export type StepTables = Record<never, never>
