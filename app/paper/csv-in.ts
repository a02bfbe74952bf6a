import Papa from 'papaparse'
import { isBlank, type TableRow } from './table-row.ts'
import { TextIn } from './text-in.ts'

/** Why a file is not read as a table of text. */
export type CsvTrouble = 'not-text' | 'spreadsheet' | 'quote-open' | 'row-long' | 'columns-many'

/** Thrown while the rows are read; `line` is the row where reading stopped, from 1. */
export class CannotReadCsv extends Error {
  readonly why: CsvTrouble
  readonly line: number

  constructor(why: CsvTrouble, line: number) {
    super(why)
    this.why = why
    this.line = line
  }
}

/** In characters; a row of results is some hundreds. */
const LONGEST_ROW = 100_000
/** So much without the end of a row is a quote that is not closed. */
const MOST_HELD = 1_000_000
const MOST_COLUMNS = 500

/**
 * The rows of a file with separators (semicolon, comma, tab or bar), a batch per piece that came in, so that a large
 * file takes little memory. Empty rows are left out; cells stand as they were written, quotes taken off.
 * @throws CannotReadCsv
 */
export async function* csvRows(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<TableRow[]> {
  const reading = new CsvReading()
  for await (const piece of pieces) {
    const rows = reading.push(piece)
    if (rows.length > 0) yield rows
  }
  const rest = reading.end()
  if (rest.length > 0) yield rest
}

class CsvReading {
  #text = new TextIn()
  #parser: Papa.Parser | null = null
  #held = ''
  #line = 0
  #isFirst = true

  push(piece: Uint8Array): TableRow[] {
    if (this.#isFirst) this.#refuseOther(piece)
    this.#held += this.#text.push(piece)
    if (this.#held.includes('\0')) throw new CannotReadCsv('not-text', this.#line + 1)
    return this.#take(true)
  }

  end(): TableRow[] {
    this.#held += this.#text.end()
    return this.#take(false)
  }

  #refuseOther(piece: Uint8Array) {
    this.#isFirst = false
    const isZip = piece[0] === 0x50 && piece[1] === 0x4b
    const isOldExcel = piece[0] === 0xd0 && piece[1] === 0xcf
    if (isZip || isOldExcel) throw new CannotReadCsv('spreadsheet', 1)
  }

  #take(goesOn: boolean): TableRow[] {
    // A carriage return at the end may be half of a line end.
    if (goesOn && this.#parser === null && !/\n|\r[^]/.test(this.#held)) {
      if (this.#held.length > MOST_HELD) throw new CannotReadCsv('row-long', 1)
      return []
    }
    this.#parser ??= new Papa.Parser({ delimiter: separatorOf(this.#held), newline: newlineOf(this.#held) })
    const { data, meta } = this.#parser.parse(this.#held, 0, goesOn) as Parsed
    this.#held = goesOn ? this.#held.slice(meta.cursor) : ''
    if (this.#held.length > MOST_HELD) throw new CannotReadCsv('quote-open', this.#line + data.length + 1)
    return data.flatMap((cells) => (this.#isRow(cells) ? [{ at: this.#line, cells }] : []))
  }

  #isRow(row: string[]): boolean {
    this.#line += 1
    if (this.#line === 1 && /^sep=/i.test(row[0] ?? '')) return false
    if (row.length > MOST_COLUMNS) throw new CannotReadCsv('columns-many', this.#line)
    if (row.reduce((length, cell) => length + cell.length, 0) > LONGEST_ROW)
      throw new CannotReadCsv('row-long', this.#line)
    return !isBlank(row)
  }
}

type Parsed = { readonly data: string[][]; readonly meta: { readonly cursor: number } }

const SEPARATORS = [';', '\t', ',', '|']

/** The separator that the first row has most of, outside quotes; Excel may name it itself in a row `sep=;`. */
function separatorOf(text: string): string {
  const named = /^sep=(.)/i.exec(text)?.[1]
  if (named) return named
  const [first = ''] = text.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1)
  const counts = SEPARATORS.map((separator) => first.split(separator).length - 1)
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ';'
}

function newlineOf(text: string): '\r\n' | '\n' | '\r' {
  const found = /\r\n|\n|\r/.exec(text)?.[0]
  return found === '\r\n' || found === '\r' ? found : '\n'
}
