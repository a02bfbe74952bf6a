/** Rows of the tables of step 0028-school-context. */
export type SchoolContextTables = Record<never, never>
