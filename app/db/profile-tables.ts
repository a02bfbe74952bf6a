/** Rows of the tables of step 0024-profiles. */
export type ProfileTables = Record<never, never>
