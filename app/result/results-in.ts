import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { SchoolYear } from '../kernel/school-year.ts'
import { CannotReadCsv, csvRows } from '../paper/csv-in.ts'
import { CannotReadSheet, sheetRows } from '../paper/sheet-in.ts'
import type { TableRow } from '../paper/table-row.ts'
import { XmlStopped } from '../paper/xml-in.ts'
import { FileSchools } from './file-school.ts'
import type { FileTrouble } from './file-trouble.ts'
import type { Chosen } from './reading.ts'
import type { RefusedRow, Result, ResultTrouble } from './result.ts'
import { type Columns, columnsOf, isEnough, leftOutOf } from './result-columns.ts'
import { resultFrom } from './result-row.ts'
import { momentFrom, testName } from './result-test.ts'
import { SeenResults } from './seen.ts'
import { NotUwlr, readUwlr, type Uwlr, UwlrMany, type UwlrResult } from './uwlr-in.ts'
import { UNFOLDED, type UnfoldedRow, Unfolding } from './wide-unfold.ts'

/** Thrown when the file as a whole can't be read; what was read of it until there counts for nothing. */
export class CannotReadResults extends Error {
  readonly why: FileTrouble
  constructor(why: FileTrouble) {
    super(why)
    this.why = why
  }
}

/** What was read of a file since the piece before; whoever takes no next piece lets the reading wait. */
export type ResultPiece = {
  readonly results: readonly Result[]
  readonly refused: readonly RefusedRow[]
  /** The row of the file that was reached. */
  readonly upTo: number
  /** Headings of personal data that stand in the file and do not come in; once. */
  readonly leftOut?: readonly string[]
  /** Schools that the file names (`schoolIn`) and that were not named before. */
  readonly schools?: readonly string[]
  /** The message as a whole, of a file of UWLR; once. */
  readonly message?: Uwlr
}

/** What is told of a file while it is read. */
export type ResultTaker = {
  /** Headings of personal data that stand in the file and do not come in. */
  readonly leftOut: (headings: readonly string[]) => void
  /** Schools that the file names. */
  readonly schools?: (schools: readonly string[]) => void
  readonly take: (result: Result) => void
  readonly refuse: (refused: RefusedRow) => void
  /** The message as a whole, of a file of UWLR. */
  readonly message?: (message: Uwlr) => void
}

/** How far a heading may stand below titles of a report. */
export const HEADING_WITHIN = 30
/** More rows than the largest school has in ten years. */
const MOST_ROWS = 2_000_000
/** So many results of a message go out together. */
const IN_A_PIECE = 1000

/**
 * Reads a file with results, piece by piece: CSV, Excel or UWLR, told apart by how it begins.
 * @param chosen which columns hold what; null: as the headings say
 * @param latest results of a later school year can't be; null: any may be
 * @throws CannotReadResults
 */
export async function* resultPieces(
  file: string,
  chosen: Chosen | null = null,
  latest: SchoolYear | null = null,
): AsyncGenerator<ResultPiece> {
  try {
    const kind = await kindOf(file)
    if (kind === 'xml') yield* messagePieces(await readUwlr(createReadStream(file)), latest)
    else yield* rowPieces(await tableRows(file, kind), chosen, latest)
  } catch (error) {
    throw new CannotReadResults(whyOf(error))
  }
}

/** The same for who is told of each result in turn. */
export async function readResults(
  file: string,
  taker: ResultTaker,
  latest: SchoolYear | null = null,
  chosen: Chosen | null = null,
): Promise<void> {
  for await (const { results, refused, leftOut, schools, message } of resultPieces(file, chosen, latest)) {
    if (leftOut) taker.leftOut(leftOut)
    if (schools) taker.schools?.(schools)
    if (message) taker.message?.(message)
    for (const one of refused) taker.refuse(one)
    for (const result of results) taker.take(result)
  }
}

/**
 * The rows of a file that is a table.
 * @throws CannotReadCsv, CannotReadSheet
 */
export const tableRows = async (
  file: string,
  kind: 'zip' | 'text',
): Promise<AsyncIterable<readonly TableRow[]>> =>
  kind === 'zip' ? sheetRows(await readFile(file)) : csvRows(createReadStream(file))

/** A failure that is none of the file goes on as it is. */
export function whyOf(error: unknown): FileTrouble {
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

/** What a file is by how it begins. */
export async function kindOf(file: string): Promise<'zip' | 'xml' | 'text'> {
  const start = await firstBytes(file)
  if (start.length === 0) throw new CannotReadResults('empty')
  if (start[0] === 0x50 && start[1] === 0x4b) return 'zip'
  if (start.subarray(0, 5).toString('latin1') === '%PDF-') throw new CannotReadResults('pdf')
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

async function* rowPieces(
  batches: AsyncIterable<readonly TableRow[]>,
  chosen: Chosen | null,
  latest: SchoolYear | null,
): AsyncGenerator<ResultPiece> {
  const reading = new RowReading(chosen, latest)
  for await (const rows of batches) yield reading.take(rows)
  if (!reading.hasHeading) throw new CannotReadResults(reading.last === 0 ? 'empty' : 'no-columns')
}

class RowReading {
  #columns: Columns | null
  readonly #below: number
  readonly #latest: SchoolYear | null
  /** Makes rows of one test of a row of a pupil; null: each row is of one test. */
  readonly #unfolding: Unfolding | null
  readonly #seen = new SeenResults()
  readonly #schools = new FileSchools()
  #rows = 0
  last = 0

  constructor(chosen: Chosen | null, latest: SchoolYear | null) {
    this.#latest = latest
    this.#columns = chosen?.columns ?? null
    this.#below = chosen?.below ?? 0
    this.#unfolding = chosen?.wide ? new Unfolding(chosen.columns, chosen.wide) : null
  }

  get hasHeading() {
    return this.#columns !== null && this.last >= this.#below
  }

  take(rows: readonly TableRow[]): ResultPiece {
    const results: Result[] = []
    const refused: RefusedRow[] = []
    let leftOut: string[] | undefined
    for (const { at, cells } of rows) {
      this.last = at
      if (at < this.#below) continue
      if (at === this.#below || this.#columns === null) {
        if (!this.#isHeading(at, cells)) continue
        leftOut = leftOutOf(cells)
        this.#schools.under(cells)
        continue
      }
      this.#schools.of(cells)
      if (this.#unfolding) this.#takeUnfolded(at, this.#unfolding.rows(cells), { results, refused })
      else {
        const read = this.#read(cells, this.#columns)
        if (typeof read === 'string') refused.push({ row: at, why: read })
        else results.push(read)
      }
    }
    const schools = this.#schools.fresh()
    return { results, refused, upTo: this.last, ...(leftOut && { leftOut }), ...(schools && { schools }) }
  }

  /** Whether these are the headings: where somebody said, or else where enough of them are known. */
  #isHeading(at: number, cells: readonly string[]): boolean {
    if (at === this.#below) return true
    this.#columns = headingIn(cells)
    if (this.#columns === null && at >= HEADING_WITHIN) throw new CannotReadResults('no-columns')
    return this.#columns !== null
  }

  #read(cells: readonly string[], columns: Columns): Result | ResultTrouble {
    this.#rows += 1
    if (this.#rows > MOST_ROWS) throw new CannotReadResults('many')
    return this.#seen.orTwice(resultFrom(cells, columns, this.#latest))
  }

  #takeUnfolded(at: number, rows: readonly UnfoldedRow[], to: { results: Result[]; refused: RefusedRow[] }) {
    for (const { cells, no, columnOf } of rows) {
      const read = no ?? this.#read(cells, UNFOLDED)
      if (typeof read === 'string') to.refused.push({ row: at, why: read, column: columnOf(read) })
      else to.results.push(read)
    }
  }
}

function headingIn(cells: readonly string[]): Columns | null {
  const columns = columnsOf(cells)
  return isEnough(columns) ? columns : null
}

function* messagePieces(message: Uwlr, latest: SchoolYear | null): Generator<ResultPiece> {
  const seen = new SeenResults()
  const { leftOut, schools } = message
  yield { results: [], refused: [], upTo: 0, leftOut, schools, message }
  for (let from = 0; from < message.results.length; from += IN_A_PIECE) {
    const results: Result[] = []
    const refused: RefusedRow[] = []
    for (const [place, one] of message.results.slice(from, from + IN_A_PIECE).entries()) {
      const read = seen.orTwice(resultFrom(cellsOf(one, message), MESSAGE_COLUMNS, latest))
      if (typeof read === 'string') refused.push({ row: from + place + 1, why: read })
      else results.push(read)
    }
    yield { results, refused, upTo: Math.min(from + IN_A_PIECE, message.results.length) }
  }
}

function cellsOf({ pupil, test, takenOn, score, level, reference }: UwlrResult, { tests }: Uwlr): string[] {
  const said = tests.get(test)
  const name = testName(test)
  const spoken = testName(said?.name ?? '')
  const moment = momentFrom(name.moment ?? spoken.moment ?? '') ?? ''
  const yearGroup = said?.yearGroup || String(name.yearGroup ?? spoken.yearGroup ?? '')
  const series = spoken.series || name.series
  return [pupil, series, said?.subject || series, takenOn, score, level, reference, moment, yearGroup]
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
