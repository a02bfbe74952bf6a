import type { Context } from 'hono'
import { found } from '../school/school-desk.tsx'
import type { OnDesk } from '../session/desk.ts'
import { standingTable } from './standing-chart-view.ts'
import { subjectAt } from './subject-desk.ts'
import { togetherTable } from './subject-panels-view.ts'
import { atTrends, trendsAt } from './trend-desk.ts'
import type { AtTrends } from './trend-slot-desk.ts'
import type { TrendTable } from './trend-table-view.ts'
import { fileName, trendText } from './trend-text.ts'

/** /trends/:subject/data.csv: the numbers of a share or a subject; always as the team sees them. */
export async function dataFeed(c: Context<OnDesk>): Promise<Response> {
  const at = atTrends(c)
  const { name, table } = (await standingNumbers(c, at)) ?? found(await subjectNumbers(c, at))
  const lines = [table.head, ...table.rows].map((cells) => cells.map(cell).join(';'))
  // Spreadsheet programs know by the mark in front that it is UTF-8.
  return c.body(`\ufeff${lines.join('\r\n')}\r\n`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
    'cache-control': 'no-store',
  })
}

type Numbers = { readonly name: string; readonly table: TrendTable }

async function standingNumbers(c: Context<OnDesk>, at: AtTrends): Promise<Numbers | undefined> {
  const { language } = at.reader
  const { sheets } = await trendsAt(at, 'team')
  const sheet = sheets.find(({ share }) => share === c.req.param('subject'))
  return (
    sheet && {
      name: trendText(language).fileName[sheet.share],
      table: standingTable(sheet, language, 'file'),
    }
  )
}

async function subjectNumbers(c: Context<OnDesk>, at: AtTrends): Promise<Numbers | undefined> {
  const sheet = await subjectAt(c, at, 'team')
  if (!sheet) return undefined
  const table = togetherTable(sheet.panels, at.reader.language)
  return {
    name: fileName(`${sheet.subject} ${sheet.choice.show === 'years' ? '' : sheet.choice.show}`),
    table,
  }
}

/** A cell that begins as a formula is text all the same; a number below nought begins so too, but stays a number. */
const cell = (value: string) => `"${(isFormula(value) ? `'${value}` : value).replaceAll('"', '""')}"`
const isFormula = (value: string) => /^[=+\-@\t\r]/.test(value) && !/^-\d[\d.,]*$/.test(value)
