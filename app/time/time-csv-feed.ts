import type { Context } from 'hono'
import { clock } from '../kernel/day.ts'
import { firstDay, lastDay } from '../kernel/school-year.ts'
import type { OnDesk } from '../session/desk.ts'
import { entriesText } from './entries-text.ts'
import { subjectLine } from './subject-view.ts'
import type { Activity } from './time.ts'
import { type AtTime, timeAt } from './time-desk.ts'
import { activitiesOf } from './time-store.ts'
import { timeText } from './time-text.ts'

/** /time/own.csv: what somebody wrote down in a school year, to take along: it is theirs. */
export async function timeCsvFeed(c: Context<OnDesk>): Promise<Response> {
  const at = await timeAt(c)
  const { desk, reader, year, language } = at
  const activities = await activitiesOf(desk.db, reader.actor, firstDay(year), lastDay(year))
  const { columns } = timeText(language)
  const lines = [columns, ...activities.map((one) => lineOf(one, at))].map((cells) =>
    cells.map(cell).join(';'),
  )
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', `attachment; filename="${timeText(language).fileName}-${year}.csv"`)
  // Spreadsheet programs know by the mark in front that it is UTF-8.
  return c.body(`\ufeff${lines.join('\r\n')}\r\n`)
}

function lineOf(one: Activity, at: AtTime): string[] {
  const text = entriesText(at.language)
  return [
    one.day,
    one.startedAt === null ? '' : clock(one.startedAt, at.language),
    String(one.minutes),
    subjectLine(one.subject, at),
    text.aims[one.aim ?? 'neither'],
    one.domains.map((domain) => text.domain[domain]).join(', '),
    text.source[one.source],
  ]
}

/** A cell that begins as a formula is text all the same. */
const cell = (value: string) =>
  `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
