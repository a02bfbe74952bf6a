/** Rows of the tables of step 0018-reminders. */
export type ReminderTables = Record<never, never>
