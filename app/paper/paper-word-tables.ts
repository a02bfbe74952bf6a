import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Run } from './paper.ts'
import { wordRuns } from './paper-word-runs.ts'
import { TEXT_WIDTH } from './paper-word-styles.ts'

const soft = { style: BorderStyle.SINGLE, size: 4, color: '767D85' }
const ink = { style: BorderStyle.SINGLE, size: 6, color: '17202A' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const bare = { top: none, bottom: none, left: none, right: none, insideVertical: none }

/** A table with a row of headings that comes back on each page. */
export function wordTable(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const widths = head.length === 3 ? DATED : evenly(head.length)
  const cells = (texts: readonly string[], as: 'label' | 'text') =>
    texts.map((text, column) => cell([{ as, text }], widths[column] ?? 0))
  return new Table({
    ...whole(widths),
    borders: { ...bare, bottom: soft, insideHorizontal: soft },
    rows: [
      new TableRow({ tableHeader: true, children: cells(head, 'label') }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, 'text') })),
    ],
  })
}

/** Lines to sign on, side by side. */
export function wordSignatures(labels: readonly string[]): (Paragraph | Table)[] {
  const widths = evenly(labels.length)
  const cells = labels.map((text, column) => cell([{ as: 'text', text }], widths[column] ?? 0))
  return [
    new Paragraph({ style: 'PaperText', spacing: { before: 1200 } }),
    new Table({
      ...whole(widths),
      borders: { ...bare, top: ink, insideHorizontal: none },
      rows: [new TableRow({ children: cells })],
    }),
  ]
}

/** Three columns are a moment, what, and what for. */
const DATED = [2100, 4478, 3400]
const evenly = (count: number) => Array.from({ length: count }, () => Math.floor(TEXT_WIDTH / count))

const whole = (widths: readonly number[]) => ({
  width: { size: TEXT_WIDTH, type: WidthType.DXA },
  columnWidths: widths,
  layout: TableLayoutType.FIXED,
})

const cell = (runs: readonly Run[], width: number) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [new Paragraph({ style: 'PaperText', children: wordRuns(runs) })],
  })
