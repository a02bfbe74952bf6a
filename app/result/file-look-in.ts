import { createReadStream } from 'node:fs'
import type { TableRow } from '../paper/table-row.ts'
import { type FileLook, ROWS_SHOWN } from './file-look.ts'
import { columnsOf, isEnough, leftOutOf } from './result-columns.ts'
import { HEADING_WITHIN, kindOf, tableRows, whyOf } from './results-in.ts'
import { readUwlr } from './uwlr-in.ts'
import { headingSaid, isWide, MOST_TESTS } from './wide.ts'
import { guessWide } from './wide-guess.ts'

/** What a file from outside is, by its beginning; of a message all of it is read. Throws nothing of the file's. */
export async function lookAt(file: string): Promise<FileLook> {
  try {
    const kind = await kindOf(file)
    if (kind !== 'xml') return lookAtRows(await firstRows(await tableRows(file, kind)))
    return (await isEdexml(file)) ? { kind: 'edexml' } : await lookAtMessage(file)
  } catch (error) {
    return { kind: 'no', why: whyOf(error) }
  }
}

async function lookAtMessage(file: string): Promise<FileLook> {
  const { tests, results, leftOut } = await readUwlr(createReadStream(file))
  const names = [...tests.values()].map(({ name, code }) => name || code)
  return { kind: 'uwlr', tests: names, results: results.length, leftOut }
}

async function isEdexml(file: string): Promise<boolean> {
  let start = ''
  for await (const piece of createReadStream(file, { end: 2047 })) start += String(piece)
  return /<(?:\w+:)?EDEX[\s>]/.test(start)
}

/** As many rows as it takes to find the headings and to show some below. */
async function firstRows(batches: AsyncIterable<readonly TableRow[]>): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for await (const batch of batches) {
    rows.push(...batch.slice(0, HEADING_WITHIN + ROWS_SHOWN))
    if (rows.length >= HEADING_WITHIN + ROWS_SHOWN) break
  }
  return rows
}

function lookAtRows(rows: readonly TableRow[]): FileLook {
  const first = rows.slice(0, HEADING_WITHIN)
  if (first.some(({ cells }) => isInspection(cells))) return { kind: 'inspection' }
  const heading =
    first.find(({ cells }) => isEnough(columnsOf(cells))) ?? wideHeading(first) ?? fullest(first)
  if (!heading) return { kind: 'no', why: 'empty' }
  const isBare = !rows.some((row) => row.at > heading.at && !isBlank(row))
  return isBare && isHeadings(heading) ? { kind: 'no', why: 'only-headings' } : sheetUnder(heading, rows)
}

const isBlank = ({ cells }: TableRow) => cells.every((cell) => cell.trim() === '')

/** Of a known kind one at least: else it may be a file of one row, without headings. */
const isHeadings = ({ cells }: TableRow) => Object.keys(columnsOf(cells)).length > 0 || isWide(cells)

/** The open file of the Inspectie names schools, no pupils. */
const isInspection = (cells: readonly string[]) =>
  ['ovt', 'schoolweging'].every((name) => cells.some((cell) => cell.trim().toLowerCase() === name))

/**
 * The headings of a table with a column for each test. Where the tests stand in a row above the rest ('Spelling M5' above
 * 'Score' and 'Niveau'), the two rows are one.
 */
function wideHeading(rows: readonly TableRow[]): TableRow | undefined {
  const place = rows.findIndex(({ cells }) => isWide(cells))
  const [above, below] = [rows[place], rows[place + 1]]
  if (!above || !below || columnsOf(above.cells).pupil !== undefined) return above
  if (columnsOf(below.cells).pupil === undefined) return above
  let test = ''
  const cells = below.cells.map((cell, at) => {
    test = above.cells[at]?.trim() || test
    const { test: own, measure } = headingSaid(cell)
    return own === '' && measure !== null ? `${test} ${cell.trim()}` : cell
  })
  return { at: below.at, cells }
}

/** Where no headings are known, the first of the rows that have most in them. */
function fullest(rows: readonly TableRow[]): TableRow | undefined {
  const filled = ({ cells }: TableRow) => cells.filter((cell) => cell.trim() !== '').length
  const most = Math.max(0, ...rows.map(filled))
  return rows.find((row) => filled(row) === most)
}

const LONGEST_CELL = 60

// Where a file has no headings its first row stands in their place: a number of a pupil is not shown.

function sheetUnder({ at: below, cells: headings }: TableRow, rows: readonly TableRow[]): FileLook {
  const under = rows.filter(({ at }) => at > below)
  const columns = columnsOf(headings)
  const leftOut = new Set(leftOutOf(headings))
  const personal = headings.flatMap((heading, place) => (leftOut.has(heading) ? [place] : []))
  const short = (cell: string) => cell.trim().slice(0, LONGEST_CELL)
  const guess = guessWide({ headings, columns, personal, rows: under })
  const isOfTests = isWide(headings)
  if (isOfTests && guess.tests.length > MOST_TESTS) return { kind: 'no', why: 'wide-many' }
  return {
    kind: 'sheet',
    headings: headings.map((heading) => short(heading).replace(/\d{4,}/g, '…')),
    personal,
    below,
    columns,
    isWide: isOfTests,
    guess,
    rows: under.slice(0, ROWS_SHOWN).map(({ at, cells }) => ({
      at,
      cells: headings.map((_, place) => (personal.includes(place) ? '' : short(cells[place] ?? ''))),
    })),
  }
}
