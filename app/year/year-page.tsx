import type { Context } from 'hono'
import { parseDay } from '../kernel/day.ts'
import { yearTitle } from '../kernel/school-year.ts'
import type { OnDesk } from '../session/desk.ts'
import type { ShellNotice } from '../ui/shell.ts'
import { dayAndMonth } from './circle-view.tsx'
import { MonthView } from './month-view.tsx'
import { type AtYear, sheetFor, yearAnswer, yearAt } from './year-desk.tsx'
import { monthIn } from './year-list.ts'
import { yearPageText } from './year-page-text.ts'
import type { YearSheet } from './year-sheet.ts'
import { titleOf } from './year-text.ts'
import { YearView } from './year-view.tsx'

/** /year: the year as circle and list, or (`month`) as the sheet of one month. */
export const yearPage = {
  get: async (c: Context<OnDesk>) => {
    const asked = c.req.query('month')
    const at = yearAt(c, c.req.query('year') ?? yearOfMonth(asked))
    const sheet = await sheetFor(at)
    const month =
      asked === undefined ? null : (monthIn(at.schoolYear, asked) ?? `${at.schoolYear.slice(0, 4)}-08`)
    const title = yearPageText(at.reader.language).title(yearTitle(at.schoolYear))
    const notice = noticeOf(c, at, sheet)
    if (month !== null) return yearAnswer(c, { title, notice }, <MonthView sheet={sheet} month={month} />)
    return yearAnswer(c, { title, notice }, <YearView sheet={sheet} />)
  },
}

/** A month by itself says in which school year it lies. */
function yearOfMonth(month: string | undefined): string | undefined {
  const day = parseDay(`${month}-01`)
  if (day === null) return undefined
  const year = Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) >= 8 ? 0 : 1)
  return `${year}-${year + 1}`
}

/** What was done just now, with the way to undo it. */
function noticeOf(c: Context<OnDesk>, { reader }: AtYear, sheet: YearSheet): ShellNotice | null {
  const text = yearPageText(reader.language)
  const done = c.req.query('done')
  const about = sheet.moments.find(({ uid }) => uid === c.req.query('about'))
  if (done === 'moved' && about)
    return good(text.moved(titleOf(about, reader.language), dayAndMonth(about.from, reader.language)))
  if (done === 'proposed' && about) return good(text.proposedNow(about.about))
  if (done === 'removed') {
    const id = c.req.query('item') ?? ''
    return { ...good(text.removed), next: { href: `/year/item/${id}`, label: text.putBack } }
  }
  if (done === 'laid') return good(text.laid(Number(/^\d{1,3}$/.exec(c.req.query('count') ?? '')?.[0] ?? 0)))
  if (done === 'saved') return good(text.saved)
  return done === 'changed' ? good(text.changed) : done === 'restored' ? good(text.restored) : null
}

const good = (text: string): ShellNotice => ({ kind: 'good', text })
