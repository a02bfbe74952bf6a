import { refuse } from '../kernel/refusal.ts'
import { bytePieces } from '../paper/byte-pieces.ts'
import { CannotReadCsv, csvRows } from '../paper/csv-in.ts'
import { CannotReadSheet, sheetRows } from '../paper/sheet-in.ts'
import type { TableRow } from '../paper/table-row.ts'
import { type FoundRow, isOfBrin, MOST_CELLS, type Published, type PublishedNo } from './published.ts'
import { ovtIn, type PublishedColumns, publishedColumns, publishedIn } from './published-row-in.ts'

/** How far the heading may stand below the titles of a report. */
const HEADING_WITHIN = 30
/** More than there are schools. */
const MOST_ROWS = 50_000
/** More than a school has places. */
const MOST_FOUND = 20

/** The rows of the Inspectie's open file (CSV or Excel) that are of the school with this BRIN. */
export async function findPublished(bytes: Buffer, brin: string): Promise<FoundRow[] | PublishedNo> {
  if (bytes.length === 0) return refuse('no-file', 'file')
  try {
    return await foundIn(rowsOf(bytes), brin)
  } catch (error) {
    if (error instanceof CannotReadCsv || error instanceof CannotReadSheet) return refuse('damaged', 'file')
    throw error
  }
}

const rowsOf = (bytes: Buffer): AsyncGenerator<TableRow[]> =>
  bytes[0] === 0x50 && bytes[1] === 0x4b ? sheetRows(bytes) : csvRows(bytePieces(bytes))

async function foundIn(batches: AsyncIterable<TableRow[]>, brin: string): Promise<FoundRow[] | PublishedNo> {
  let heading: { readonly names: readonly string[]; readonly columns: PublishedColumns } | null = null
  const found: FoundRow[] = []
  for await (const rows of batches) {
    for (const { at, cells } of rows) {
      if (at > MOST_ROWS) return refuse('is-large', 'file')
      if (heading === null) {
        const columns = publishedColumns(cells)
        if (columns !== null) heading = { names: cells, columns }
        else if (at > HEADING_WITHIN) return refuse('not-that-file', 'file')
      } else if (found.length < MOST_FOUND && isOfBrin(ovtIn(cells, heading.columns), brin)) {
        const row = { heading: heading.names, cells }
        found.push({ row, published: publishedIn(cells, heading.columns) })
      }
    }
  }
  if (heading === null) return refuse('not-that-file', 'file')
  return found.length === 0 ? refuse('not-found', 'file') : found
}

const LONGEST_CARRIED = 20_000

/** A row as a form brings it back; null when it is none of this school. */
export function parseCarried(value: unknown, brin: string): Published | null {
  const [heading, cells] = listsIn(value)
  const columns = heading && cells ? publishedColumns(heading) : null
  if (!columns || !cells || !isOfBrin(ovtIn(cells, columns), brin)) return null
  return publishedIn(cells, columns)
}

function listsIn(value: unknown): (readonly string[] | null)[] {
  if (typeof value !== 'string' || value.length > LONGEST_CARRIED) return []
  try {
    const lists: unknown = JSON.parse(value)
    return Array.isArray(lists) ? lists.slice(0, 2).map(listOf) : []
  } catch {
    return []
  }
}

const listOf = (list: unknown): readonly string[] | null =>
  Array.isArray(list) && list.length <= MOST_CELLS && list.every((one) => typeof one === 'string')
    ? list
    : null
