/** Rows of the tables of step 0010-minutes. */
export type MinutesTables = {}
