import { isRefusal } from '../kernel/refusal.ts'
import { isBlank, type TableRow } from './table-row.ts'
import type { XmlHandler } from './xml-in.ts'
import { readXml, XmlStopped, xmlPieces } from './xml-in.ts'
import { openZip, type Zip, type ZipReason, ZipStopped } from './zip-in.ts'

/** Why a spreadsheet is not read. */
export type SheetTrouble = ZipReason | 'no-sheet' | 'damaged' | 'many-cells'

/** Thrown while the rows are read. */
export class CannotReadSheet extends Error {
  readonly why: SheetTrouble
  constructor(why: SheetTrouble) {
    super(why)
    this.why = why
  }
}

const MOST_COLUMNS = 500
const MOST_STRINGS = 500_000

/**
 * The rows of the first sheet of an Excel file, as text: dates as 2026-01-31, numbers with a point. Formulas give what
 * they last were. Empty rows are left out.
 * @throws CannotReadSheet
 */
export async function* sheetRows(bytes: Buffer): AsyncGenerator<TableRow[]> {
  const zip = await openZip(bytes)
  if (isRefusal(zip)) throw new CannotReadSheet(zip.refused)
  try {
    yield* rowsOf(zip)
  } catch (error) {
    if (error instanceof XmlStopped || error instanceof ZipStopped) throw new CannotReadSheet('damaged')
    throw error
  }
}

async function* rowsOf(zip: Zip): AsyncGenerator<TableRow[]> {
  const book = await bookOf(zip)
  const strings = await stringsOf(zip)
  const isDate = await dateStylesOf(zip)
  const found: TableRow[] = []
  const handler = sheetHandler({ strings, isDate, epoch: book.epoch }, (row) => found.push(row))
  for await (const _ of xmlPieces(zip.read(book.sheet), handler, {
    depth: 50,
    tags: 20_000_000,
    text: 100_000_000,
  }))
    if (found.length > 0) yield found.splice(0)
  if (found.length > 0) yield found
}

type Book = { readonly sheet: string; readonly epoch: number }

/** Days from 1 January 1970 back to the day that counts as 0; old Macs began in 1904. */
const EPOCH_1900 = -25_569
const EPOCH_1904 = -24_107

/** The part that holds the first sheet. */
async function bookOf(zip: Zip): Promise<Book> {
  if (!zip.has('xl/workbook.xml')) throw new CannotReadSheet('no-sheet')
  let first: string | null = null
  let epoch = EPOCH_1900
  await readXml(
    zip.read('xl/workbook.xml'),
    opening((name, attribute) => {
      if (name === 'sheet') first ??= attribute('id') ?? null
      if (name === 'workbookPr' && ['1', 'true'].includes(attribute('date1904') ?? '')) epoch = EPOCH_1904
    }),
  )
  const sheet = (await targetOf(zip, first)) ?? 'xl/worksheets/sheet1.xml'
  if (!zip.has(sheet)) throw new CannotReadSheet('no-sheet')
  return { sheet, epoch }
}

async function targetOf(zip: Zip, id: string | null): Promise<string | null> {
  const rels = 'xl/_rels/workbook.xml.rels'
  if (id === null || !zip.has(rels)) return null
  let target: string | null = null
  await readXml(
    zip.read(rels),
    opening((name, attribute) => {
      if (name === 'Relationship' && attribute('Id') === id) target = attribute('Target') ?? null
    }),
  )
  return target === null ? null : (target as string).replace(/^\/?(?:xl\/)?/, 'xl/')
}

type Opened = XmlHandler['open']
const opening = (open: Opened): XmlHandler => ({
  open: (name, attribute) => open(localOf(name), attribute),
  text: () => undefined,
  close: () => undefined,
})
const localOf = (name: string) => name.slice(name.indexOf(':') + 1)

/** Texts that cells point at; a text in pieces is one text, its phonetic reading is not of it. */
async function stringsOf(zip: Zip): Promise<string[]> {
  const part = 'xl/sharedStrings.xml'
  if (!zip.has(part)) return []
  const strings: string[] = []
  let text = ''
  let inText = false
  let inReading = false
  await readXml(zip.read(part), {
    open: (name) => {
      const local = localOf(name)
      if (local === 'si') text = ''
      if (local === 'rPh') inReading = true
      inText = local === 't' && !inReading
    },
    text: (piece) => {
      if (inText) text += piece
    },
    close: (name) => {
      const local = localOf(name)
      if (local === 't') inText = false
      if (local === 'rPh') inReading = false
      if (local === 'si') strings.push(text)
      if (strings.length > MOST_STRINGS) throw new CannotReadSheet('many-cells')
    },
  })
  return strings
}

/** Which styles of cells show a day. */
async function dateStylesOf(zip: Zip): Promise<(style: string | undefined) => boolean> {
  const own = new Set<string>()
  const styles: boolean[] = []
  let inCells = false
  if (zip.has('xl/styles.xml'))
    await readXml(zip.read('xl/styles.xml'), {
      open: (name, attribute) => {
        const local = localOf(name)
        const format = attribute('numFmtId') ?? ''
        if (local === 'cellXfs') inCells = true
        if (local === 'numFmt' && isDateFormat(attribute('formatCode') ?? '')) own.add(format)
        if (local === 'xf' && inCells) styles.push(own.has(format) || BUILT_IN_DATES.has(Number(format)))
      },
      text: () => undefined,
      close: (name) => {
        if (localOf(name) === 'cellXfs') inCells = false
      },
    })
  return (style) => styles[Number(style ?? 0)] ?? false
}

const BUILT_IN_DATES: ReadonlySet<number> = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 57])
const isDateFormat = (code: string) => /[yj]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

type Reading = {
  readonly strings: readonly string[]
  readonly isDate: (style: string | undefined) => boolean
  readonly epoch: number
}
type Cell = {
  readonly column: number
  readonly type: string
  readonly style: string | undefined
  text: string
}

function sheetHandler(reading: Reading, give: (row: TableRow) => void): XmlHandler {
  let row: string[] = []
  let at = 0
  let cell: Cell | null = null
  let isValue = false
  return {
    open: (name, attribute) => {
      const local = localOf(name)
      if (local === 'row') {
        row = []
        at = Number(attribute('r')) || at + 1
      }
      if (local === 'c') {
        const column = columnOf(attribute('r')) ?? row.length
        cell = { column, type: attribute('t') ?? 'n', style: attribute('s'), text: '' }
      }
      isValue = local === 'v' || local === 't'
    },
    text: (piece) => {
      if (isValue && cell) cell.text += piece
    },
    close: (name) => {
      const local = localOf(name)
      if (local === 'v' || local === 't') isValue = false
      if (local === 'c' && cell) {
        put(row, cell, reading)
        cell = null
      }
      if (local === 'row' && !isBlank(row)) give({ at, cells: row })
    },
  }
}

function put(row: string[], cell: Cell, reading: Reading) {
  if (cell.column >= MOST_COLUMNS) throw new CannotReadSheet('many-cells')
  while (row.length < cell.column) row.push('')
  row[cell.column] = shownAs(cell, reading)
}

function shownAs({ type, style, text }: Cell, { strings, isDate, epoch }: Reading): string {
  if (type === 's') return strings[Number(text)] ?? ''
  if (type !== 'n' || text === '') return text
  const number = Number(text)
  if (!Number.isFinite(number)) return text
  if (!isDate(style)) return String(Number(number.toPrecision(15)))
  const day = new Date((Math.floor(number) + epoch) * 86_400_000)
  return Number.isNaN(day.getTime()) ? text : day.toISOString().slice(0, 10)
}

/** 'B7' is 1; null when there is no address. */
function columnOf(address: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0]
  if (!letters) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
