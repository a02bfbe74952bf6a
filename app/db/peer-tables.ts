/** Rows of the tables of step 0025-peers. */
export type PeerTables = Record<never, never>
