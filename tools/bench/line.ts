/** One line of the table: what was measured, what it was, and what it should be at most or at least. */
export type Line = readonly [what: string, figure: string, aim: string]

/** The lines as a table of Markdown. */
export const tableOf = (lines: readonly Line[]) =>
  ['| what | figure | aim |', '|---|---|---|', ...lines.map((line) => `| ${line.join(' | ')} |`)].join('\n')
