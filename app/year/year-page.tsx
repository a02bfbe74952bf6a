import type { Context } from 'hono'
import { type Day, parseDay } from '../kernel/day.ts'
import { yearTitle } from '../kernel/school-year.ts'
import type { OnDesk } from '../session/desk.ts'
import type { ShellNotice } from '../ui/shell.ts'
import { dayAndMonth } from './circle-view.tsx'
import { spanInSentence } from './free-day-text.ts'
import type { FreeSpan } from './free-days.ts'
import { MonthView } from './month-view.tsx'
import { proposalAbout } from './proposal.ts'
import { MAY_STAND_ANYWHERE } from './trouble.ts'
import type { YearMoment } from './year.ts'
import { yearActText } from './year-act-text.ts'
import { type AtYear, sheetFor, yearAnswer, yearAt } from './year-desk.tsx'
import { moveHref } from './year-line-view.tsx'
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
  if (done === 'moved' && about) {
    const says = text.moved(titleOf(about, reader.language), dayAndMonth(about.from, reader.language))
    return withFreeDay(says, about, about.from, sheet)
  }
  if (done === 'proposed' && about)
    return withFreeDay(
      text.proposedNow(about.about),
      about,
      proposalAbout(sheet.proposals, about)?.to ?? about.from,
      sheet,
    )
  if (done === 'removed') {
    const id = c.req.query('item') ?? ''
    return { ...good(text.removed), next: { href: `/year/item/${id}`, label: text.putBack } }
  }
  if (done === 'laid') return good(text.laid(Number(/^\d{1,3}$/.exec(c.req.query('count') ?? '')?.[0] ?? 0)))
  if (done === 'saved') return good(text.saved)
  return done === 'changed' ? good(text.changed) : done === 'restored' ? good(text.restored) : null
}

/** What was done; when the day is a free one that too, with the way to another. */
function withFreeDay(says: string, moment: YearMoment, day: Day, sheet: YearSheet): ShellNotice {
  const text = yearActText(sheet.language)
  if (moment.from !== moment.to || MAY_STAND_ANYWHERE.includes(moment.kind) || !sheet.free.isFree(day))
    return good(says)
  const free = sheet.free.at(day)
  const then = free ? freeThen(free, sheet) : text.weekendThen
  return { kind: 'plain', text: `${says} ${then}`, next: { href: moveHref(moment), label: text.otherDay } }
}

function freeThen(free: FreeSpan, { language }: YearSheet): string {
  const text = yearActText(language)
  const says = free.kind === 'own' || free.name ? text.freeDayThen : text.freeThen
  return says(spanInSentence(free, language))
}

const good = (text: string): ShellNotice => ({ kind: 'good', text })
