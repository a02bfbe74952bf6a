import type { Context } from 'hono'
import type { OnDesk } from '../session/desk.ts'
import { standingTable } from './standing-chart-view.ts'
import { atTrends, sheetToKeep } from './trend-desk.ts'
import { trendText } from './trend-text.ts'

/** /trends/:share/data.csv: the numbers behind a chart; always as the team sees them. */
export async function dataFeed(c: Context<OnDesk>): Promise<Response> {
  const at = atTrends(c)
  const { language } = at.reader
  const sheet = await sheetToKeep(c, at)
  const { head, rows } = standingTable(sheet, language, 'file')
  const lines = [head, ...rows].map((cells) => cells.map(cell).join(';'))
  // Spreadsheet programs know by the mark in front that it is UTF-8.
  return c.body(`\ufeff${lines.join('\r\n')}\r\n`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${trendText(language).fileName[sheet.share]}.csv"`,
    'cache-control': 'no-store',
  })
}

/** A cell that begins as a formula is text all the same. */
const cell = (value: string) =>
  `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
