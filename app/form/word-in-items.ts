import type { Label } from './word-in-labels.ts'
import type { Line } from './word-in-lines.ts'

/** A label and its text, found by their places in a table. */
export type Cellpair = { label: string; meaning: Label | null; value: Line[]; labelLines: Line[] }

/** The file as a row of things to place, in reading order. */
export type Item =
  | { kind: 'line'; line: Line; boxed: boolean; beside?: boolean }
  /** an open field ends here: the end of a cell or a table */
  | { kind: 'close' }
  | ({ kind: 'pair' } & Cellpair)
  /** more text of the pair before it */
  | { kind: 'more'; value: Line[] }
  /** a row or a column that is an entry of its own; what stood above the columns is `labels` */
  | { kind: 'entry'; head: Line[]; pairs: Cellpair[] }
  /** columns with labels beside them: an entry each, or texts beside the one entry that is open */
  | { kind: 'columns'; columns: { head: Line[]; pairs: Cellpair[] }[] }
  /** the words above the columns of a table, shown once */
  | { kind: 'header'; lines: Line[] }

/** Numbers the lines of the file, in reading order. */
export type Counter = () => number

/** Every line in the items, for a look at how the file writes its labels. */
export function linesIn(items: readonly Item[]): Line[] {
  return items.flatMap((item) =>
    item.kind === 'line' ? [item.line] : item.kind === 'entry' ? item.head : [],
  )
}
