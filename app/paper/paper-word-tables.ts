import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { Block, FigureCell, Run } from './paper.ts'
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

/** A table of numbers: to the right, with what belongs to a number small below it. */
export function wordFigures({ head, rows }: Extract<Block, { kind: 'figures' }>): Table {
  const widths = named(head.length)
  const [first = '', ...titles] = head
  const number = (one: FigureCell, column: number) =>
    figureCell([{ as: 'text', text: one.text }, ...small(one)], widths[column + 1] ?? 0)
  return new Table({
    ...whole(widths),
    borders: { ...bare, bottom: soft, insideHorizontal: soft },
    rows: [
      new TableRow({
        tableHeader: true,
        children: [
          cell([{ as: 'note', text: first }], widths[0] ?? 0),
          ...titles.map((text, column) => figureCell([{ as: 'note', text }], widths[column + 1] ?? 0)),
        ],
      }),
      ...rows.map(
        ({ name, cells }) =>
          new TableRow({
            cantSplit: true,
            children: [cell([{ as: 'text', text: name }], widths[0] ?? 0), ...cells.map(number)],
          }),
      ),
    ],
  })
}

const small = ({ beside, under }: FigureCell): Run[] => {
  const text = `${beside === '' ? '' : ` ${beside}`}${under === '' ? '' : `\n${under}`}`
  return text === '' ? [] : [{ as: 'note', text }]
}

/** The name of a row takes half as much again as a number. */
const named = (count: number) => {
  const one = Math.floor(TEXT_WIDTH / (count + 0.5))
  return Array.from({ length: count }, (_, column) => (column === 0 ? Math.floor(1.5 * one) : one))
}

const figureCell = (runs: readonly Run[], width: number) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [
      new Paragraph({ style: 'PaperText', alignment: AlignmentType.RIGHT, children: wordRuns(runs) }),
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
