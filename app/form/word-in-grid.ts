import type { Block, Table } from '../paper/word-document.ts'
import type { Counter, Item } from './word-in-items.ts'
import { type Label, labelOf } from './word-in-labels.ts'
import { flatLines, type Line } from './word-in-lines.ts'

/** A cell with what a reader sees in it. */
export type Seen = {
  blocks: Block[]
  lines: Line[]
  text: string
  column: number
  span: number
  merged: 'starts' | 'goes-on' | null
  label: Label | null
}
export type Inside = (blocks: readonly Block[]) => Item[]
export type Grid = { rows: Seen[][]; inside: Inside }

export const labelText = (text: string) =>
  text.replace(/[\s:.?\-–—…]+$/, '').replace(/^\s*(?:[•▪\-–—]\s*|\d{1,2}[.)]\s+)/, '')

export function gridOf(table: Table, count: Counter, inside: Inside): Grid {
  const rows = table.rows.map((row) =>
    row.cells.map((cell): Seen => {
      const lines = flatLines(cell.blocks, count)
      const text = lines
        .map((line) => line.text.trim())
        .filter(Boolean)
        .join(' ')
      const label = text.length <= 70 ? labelOf(labelText(text)) : null
      return {
        blocks: cell.blocks,
        lines,
        text,
        column: cell.column,
        span: cell.span,
        merged: cell.merged,
        label,
      }
    }),
  )
  return { rows, inside }
}

/** The cells of a row that hold text. */
export const filled = (row: readonly Seen[]) => row.filter((cell) => cell.text !== '')

/** A cell that stands below another, however wide that one is. */
export const covers = (top: Seen, cell: Seen) =>
  cell.column >= top.column && cell.column < top.column + top.span
