import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { Block, FigureCell, Run } from './paper.ts'
import { saidElements, wordRuns } from './paper-word-runs.ts'
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

/** A table of numbers: to the right, with what belongs to a number small below it. */
export function wordFigures({ head, rows }: Extract<Block, { kind: 'figures' }>): Table {
  const names = rows.map(({ name }) => name)
  const widths = named(head.length, names)
  const row = (cells: readonly (readonly ParagraphChild[])[]) =>
    cells.map((children, column) => figureCell(children, column, widths[column] ?? 0))
  return new Table({
    ...whole(widths),
    margins: TIGHT,
    borders: { ...bare, bottom: soft, insideHorizontal: soft },
    rows: [
      new TableRow({ tableHeader: true, children: row(head.map(small)) }),
      ...rows.map(
        ({ name, cells }) =>
          new TableRow({ cantSplit: true, children: row([plain(name), ...cells.map(number)]) }),
      ),
    ],
  })
}

/** The fullest table has eight columns: what stands small below a number has one line there. */
const TIGHT = { marginUnitType: WidthType.DXA, left: 50, right: 20 }

const plain = (text: string) => wordRuns([{ as: 'text', text }])
const small = (text: string) => saidElements([{ text }], 'PaperSmall') as ParagraphChild[]

const number = ({ text, beside, under }: FigureCell) => [
  ...plain(text),
  ...small(`${beside === '' ? '' : ` ${beside}`}${under === '' ? '' : `\n${under}`}`),
]

/** The name of a row takes a third as much again as a number; a short one, as of a year, leaves its room to the others. */
function named(count: number, names: readonly string[]) {
  const name = Math.max(0, ...names.map(({ length }) => length)) > SHORT ? 4 / 3 : 2 / 3
  const one = Math.floor(TEXT_WIDTH / (count + name - 1))
  return Array.from({ length: count }, (_, column) => (column === 0 ? Math.floor(name * one) : one))
}
const SHORT = 6

const figureCell = (children: readonly ParagraphChild[], column: number, width: number) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [
      new Paragraph({
        style: 'PaperFigure',
        ...(column === 0 ? {} : { alignment: AlignmentType.RIGHT }),
        children,
      }),
    ],
  })

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
