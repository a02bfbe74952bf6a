/** Rows of the tables of step 0021-office. */
export type OfficeTables = Record<never, never>
