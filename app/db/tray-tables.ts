/** Rows of the tables of step 0022-tray. */
export type TrayTables = Record<never, never>
