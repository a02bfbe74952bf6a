/** Rows of the tables of step 0020-questions. */
export type QuestionTables = Record<never, never>
