/** Rows of the tables of step 0019-topics. */
export type TopicTables = Record<never, never>
