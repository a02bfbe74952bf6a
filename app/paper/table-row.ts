/** One row of a table that came in as a file; `at`: its number as a spreadsheet shows it, from 1. */
export type TableRow = { readonly at: number; readonly cells: readonly string[] }

export const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')
