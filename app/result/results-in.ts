import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { CannotReadCsv, csvRows } from '../paper/csv-in.ts'
import { CannotReadSheet, sheetRows } from '../paper/sheet-in.ts'
import type { TableRow } from '../paper/table-row.ts'
import { XmlStopped } from '../paper/xml-in.ts'
import type { RefusedRow, Result, ResultTrouble } from './result.ts'
import { resultKey } from './result.ts'
import { type Columns, columnsOf, isEnough, leftOutOf } from './result-columns.ts'
import { resultFrom } from './result-row.ts'
import { momentFrom, testName } from './result-test.ts'
import { NotUwlr, readUwlr, type Uwlr, UwlrMany } from './uwlr-in.ts'

export const FILE_TROUBLES = [
  'unreadable',
  'empty',
  'no-columns',
  'not-text',
  'quote-open',
  'row-long',
  'columns-many',
  'damaged',
  'not-results',
  'many',
  'password',
] as const
export type FileTrouble = (typeof FILE_TROUBLES)[number]

/** Thrown when the file as a whole can't be read; what was read of it until there counts for nothing. */
export class CannotReadResults extends Error {
  readonly why: FileTrouble
  constructor(why: FileTrouble) {
    super(why)
    this.why = why
  }
}

/** What is told of a file while it is read. */
export type ResultTaker = {
  /** Headings of personal data that stand in the file and do not come in. */
  readonly leftOut: (headings: readonly string[]) => void
  readonly take: (result: Result, row: number) => void
  readonly refuse: (refused: RefusedRow) => void
  /** The message as a whole, of a file of UWLR. */
  readonly message?: (message: Uwlr) => void
}

/** How far a heading may stand below titles of a report. */
const HEADING_WITHIN = 30

/**
 * Reads a file with results, row by row: CSV, Excel or UWLR, told apart by how it begins.
 * @throws CannotReadResults
 */
export async function readResults(file: string, taker: ResultTaker): Promise<void> {
  try {
    const kind = await kindOf(file)
    if (kind === 'xml') return takeMessage(await readUwlr(createReadStream(file)), taker)
    const rows = kind === 'zip' ? sheetRows(await readFile(file)) : csvRows(createReadStream(file))
    await takeRows(rows, taker)
  } catch (error) {
    throw new CannotReadResults(whyOf(error))
  }
}

/** A failure that is none of the file goes on as it is. */
function whyOf(error: unknown): FileTrouble {
  if (error instanceof CannotReadResults) return error.why
  if (error instanceof NotUwlr) return 'not-results'
  if (error instanceof UwlrMany) return 'many'
  if (error instanceof XmlStopped) return error.reason === 'too-long' ? 'many' : 'damaged'
  if (error instanceof CannotReadCsv) return error.why === 'spreadsheet' ? 'damaged' : error.why
  if (error instanceof CannotReadSheet) return sheetWhy(error)
  throw error
}

function sheetWhy({ why }: CannotReadSheet): FileTrouble {
  if (why === 'password') return 'password'
  return why === 'too-large' || why === 'bomb' || why === 'many-cells' || why === 'too-many-parts'
    ? 'many'
    : 'damaged'
}

async function kindOf(file: string): Promise<'zip' | 'xml' | 'text'> {
  const start = await firstBytes(file)
  if (start.length === 0) throw new CannotReadResults('empty')
  if (start[0] === 0x50 && start[1] === 0x4b) return 'zip'
  const text = new TextDecoder(start[0] === 0xff ? 'utf-16le' : 'utf-8').decode(start)
  return text
    .replace(/^\ufeff/, '')
    .trimStart()
    .startsWith('<')
    ? 'xml'
    : 'text'
}

async function firstBytes(file: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  try {
    for await (const piece of createReadStream(file, { end: 511 })) pieces.push(piece as Buffer)
  } catch {
    throw new CannotReadResults('unreadable')
  }
  return Buffer.concat(pieces)
}

async function takeRows(batches: AsyncIterable<TableRow[]>, taker: ResultTaker) {
  let columns: Columns | null = null
  let last = 0
  const seen = new Seen()
  for await (const rows of batches) {
    for (const { at: row, cells } of rows) {
      last = row
      if (columns === null) {
        columns = headingIn(cells, row, taker)
        continue
      }
      const result = resultFrom(cells, columns)
      const refused = typeof result === 'string' ? result : seen.isAgain(result) ? 'twice' : null
      if (refused !== null) taker.refuse({ row, why: refused })
      else taker.take(result as Result, row)
    }
  }
  if (columns === null) throw new CannotReadResults(last === 0 ? 'empty' : 'no-columns')
}

function headingIn(cells: readonly string[], row: number, taker: ResultTaker): Columns | null {
  const columns = columnsOf(cells)
  if (isEnough(columns)) {
    taker.leftOut(leftOutOf(cells))
    return columns
  }
  if (row >= HEADING_WITHIN) throw new CannotReadResults('no-columns')
  return null
}

function takeMessage(message: Uwlr, taker: ResultTaker) {
  taker.leftOut(message.leftOut)
  taker.message?.(message)
  const seen = new Seen()
  for (const [index, { pupil, test, takenOn, score, level, reference }] of message.results.entries()) {
    const row = index + 1
    const said = message.tests.get(test)
    const name = testName(test)
    const spoken = testName(said?.name ?? '')
    const moment = momentFrom(name.moment ?? spoken.moment ?? '') ?? ''
    const yearGroup = said?.yearGroup || String(name.yearGroup ?? spoken.yearGroup ?? '')
    const series = spoken.series || name.series
    const cells = [
      pupil,
      series,
      said?.subject || series,
      takenOn,
      score,
      level,
      reference,
      moment,
      yearGroup,
    ]
    const result = resultFrom(cells, MESSAGE_COLUMNS)
    const refused: ResultTrouble | null =
      typeof result === 'string' ? result : seen.isAgain(result) ? 'twice' : null
    if (refused !== null) taker.refuse({ row, why: refused })
    else taker.take(result as Result, row)
  }
}

const MESSAGE_COLUMNS: Columns = {
  pupil: 0,
  test: 1,
  subject: 2,
  takenOn: 3,
  score: 4,
  level: 5,
  reference: 6,
  moment: 7,
  yearGroup: 8,
}

/** Which results were there already, in little memory: a number of 53 bits for each. */
class Seen {
  #numbers = new Set<number>()

  isAgain(result: Result): boolean {
    const number = numberOf(resultKey(result))
    if (this.#numbers.has(number)) return true
    this.#numbers.add(number)
    return false
  }
}

/** cyrb53: of a million different texts two have the same number once in some ten thousand files. */
function numberOf(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
