/** Rows of the tables of step 0015-calendar. */
export type CalendarTables = Record<never, never>
