import type { Context } from 'hono'
import type { OnDesk } from '../session/desk.ts'
import { chartImage } from '../ui/chart-view.tsx'
import { standingChart } from './standing-chart-view.ts'
import { atTrends, sheetToKeep } from './trend-desk.ts'
import { trendText } from './trend-text.ts'

/** /trends/:share/chart.svg: the chart as a picture; always as the team sees it. */
export async function chartFeed(c: Context<OnDesk>): Promise<Response> {
  const at = atTrends(c)
  const { language } = at.reader
  const sheet = await sheetToKeep(c, at)
  return c.body(chartImage(standingChart(sheet, language)), 200, {
    'content-type': 'image/svg+xml; charset=utf-8',
    'content-disposition': `attachment; filename="${trendText(language).fileName[sheet.share]}.svg"`,
    'cache-control': 'no-store',
  })
}
