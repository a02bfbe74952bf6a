import type { Block } from '../paper/word-document.ts'
import type { Label } from './word-in-labels.ts'
import { flatLines, type Line, paragraphLines } from './word-in-lines.ts'
import { tableItems } from './word-in-tables.ts'

/** A label and its text, found by their places in a table. */
export type Cellpair = { label: string; meaning: Label | null; value: Line[]; labelLines: Line[] }

/** The file as a row of things to place, in reading order. */
export type Item =
  | { kind: 'line'; line: Line; boxed: boolean }
  /** an open field ends here: the end of a cell or a table */
  | { kind: 'close' }
  | ({ kind: 'pair' } & Cellpair)
  /** more text of the pair before it */
  | { kind: 'more'; value: Line[] }
  /** a row or a column that is an entry of its own; what stood above the columns is `labels` */
  | { kind: 'entry'; head: Line[]; pairs: Cellpair[] }
  /** the words above the columns of a table, shown once */
  | { kind: 'header'; lines: Line[] }

export type Counter = () => number

/** All items of the file. Text boxes stand after the paragraph that they hang on. */
export function itemsOf(blocks: readonly Block[]): Item[] {
  let block = 0
  return blockItems(blocks, () => (block += 1), false)
}

export function blockItems(blocks: readonly Block[], count: Counter, boxed: boolean): Item[] {
  return blocks.flatMap((block): Item[] => {
    if (block.kind === 'paragraph')
      return paragraphLines(block, count()).map((line) => ({ kind: 'line', line, boxed }))
    if (block.kind === 'table') return tableItems(block, count)
    return blockItems(block.blocks, count, true)
  })
}

export const cellLines = (blocks: readonly Block[], count: Counter): Line[] => flatLines(blocks, count)

/** Every line in the items, for a look at how the file writes its labels. */
export function linesIn(items: readonly Item[]): Line[] {
  return items.flatMap((item) =>
    item.kind === 'line' ? [item.line] : item.kind === 'entry' ? item.head : [],
  )
}
