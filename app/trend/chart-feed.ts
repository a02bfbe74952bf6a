import type { Context } from 'hono'
import { found } from '../school/school-desk.tsx'
import type { OnDesk } from '../session/desk.ts'
import { barsImage, chartImage } from '../ui/chart-image-view.tsx'
import { fewSteps } from './few-steps-view.ts'
import { standingChart } from './standing-chart-view.ts'
import { subjectAt } from './subject-desk.ts'
import { areLarge } from './subject-view.tsx'
import { atTrends, trendsAt } from './trend-desk.ts'
import type { AtTrends } from './trend-slot-desk.ts'
import { fileName, trendText } from './trend-text.ts'

/** /trends/:subject/chart.svg: a chart as a picture, of a share or a subject; always as the team sees it. */
export async function chartFeed(c: Context<OnDesk>): Promise<Response> {
  const at = atTrends(c)
  const { name, image } = (await standingPicture(c, at)) ?? found(await subjectPicture(c, at))
  return c.body(image, 200, {
    'content-type': 'image/svg+xml; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.svg"`,
    'cache-control': 'no-store',
  })
}

type Picture = { readonly name: string; readonly image: string }

async function standingPicture(c: Context<OnDesk>, at: AtTrends): Promise<Picture | undefined> {
  const { language, school } = at.reader
  const { sheets } = await trendsAt(at, 'team')
  const sheet = sheets.find(({ share }) => share === c.req.param('subject'))
  if (!sheet) return undefined
  const chart = standingChart(sheet, language, school.name)
  const image = chartImage(
    chart,
    undefined,
    undefined,
    `${school.name}: ${trendText(language).ofChart[sheet.share]}`,
    fewSteps(chart, language),
  )
  return { name: trendText(language).fileName[sheet.share], image }
}

async function subjectPicture(c: Context<OnDesk>, at: AtTrends): Promise<Picture | undefined> {
  const { language } = at.reader
  const sheet = await subjectAt(c, at, 'team')
  if (!sheet || !areLarge(sheet.panels)) return undefined
  const panel = sheet.panels[Number(c.req.query('pick') ?? 1) - 1]
  const of = c.req.query('of')
  const name = fileName(`${sheet.subject} ${panel?.row ?? ''} ${panel?.title ?? ''}`)
  const titled = (title: string) => `${at.reader.school.name}: ${title}`
  if (of === undefined) {
    const chart = panel?.chart ?? undefined
    return (
      chart && {
        name,
        image: chartImage(chart, undefined, undefined, titled(chart.title), fewSteps(chart, language)),
      }
    )
  }
  const spread = panel?.spreads.find((one) => one.of === of)
  if (!spread) return undefined
  const { bars, few } = spread
  return { name: `${name}-${of}`, image: barsImage(bars, undefined, undefined, titled(bars.title), few) }
}
