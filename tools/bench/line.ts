/** One line of the table: what was measured, what it was, and what it should be at most or at least. */
export type Line = readonly [what: string, figure: string, aim: string]
