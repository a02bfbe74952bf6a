/** Rows of the tables of step 0017-shelf. */
export type ShelfTables = Record<never, never>
