import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Run } from './paper.ts'
import { wordRuns } from './paper-word-runs.ts'
import { TEXT_WIDTH } from './paper-word-styles.ts'

const soft = { style: BorderStyle.SINGLE, size: 4, color: '767D85' }
const ink = { style: BorderStyle.SINGLE, size: 6, color: '17202A' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const bare = { top: none, bottom: none, left: none, right: none, insideVertical: none }

/** A table with a row of headings that comes back on each page. */
export const wordTable = (head: readonly string[], rows: readonly (readonly string[])[]): Table =>
  new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths(head.length),
    layout: TableLayoutType.FIXED,
    borders: { ...bare, bottom: soft, insideHorizontal: soft },
    rows: [
      new TableRow({
        tableHeader: true,
        children: head.map((text) => cell([{ as: 'label', text }], head.length)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((text) => cell([{ as: 'text', text }], head.length)),
          }),
      ),
    ],
  })

/** Lines to sign on, side by side. */
export const wordSignatures = (labels: readonly string[]): (Paragraph | Table)[] => [
  new Paragraph({ style: 'PaperText', spacing: { before: 1200 } }),
  new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths(labels.length),
    layout: TableLayoutType.FIXED,
    borders: { ...bare, top: ink, insideHorizontal: none },
    rows: [new TableRow({ children: labels.map((text) => cell([{ as: 'text', text }], labels.length)) })],
  }),
]

const widths = (count: number) => Array.from({ length: count }, () => Math.floor(TEXT_WIDTH / count))

const cell = (runs: readonly Run[], count: number) =>
  new TableCell({
    width: { size: Math.floor(TEXT_WIDTH / count), type: WidthType.DXA },
    children: [new Paragraph({ style: 'PaperText', children: wordRuns(runs) })],
  })
