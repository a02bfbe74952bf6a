import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import {
  firstDay,
  lastDay,
  parseSchoolYear,
  type SchoolYear,
  schoolYearOf,
  yearTitle,
} from '../kernel/school-year.ts'
import { QuestionTabs } from '../school/question-tabs-view.tsx'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { mayKeepSmall } from './answer-may.ts'
import { answerText } from './answer-text.ts'
import { type SmallNo, smallAsksOf, undoSmall, wipeSmall } from './small-ask-store.ts'
import { SmallListView } from './small-list-view.tsx'
import { smallText } from './small-text.ts'
import { SMALL, TRAY } from './tray-sheet.ts'
import { trayText } from './tray-text.ts'

/** /questions/tray/small: the own small asks of a school year; to undo one, or to wipe them all. */
export const smallPage = {
  get: async (c: Context<OnDesk>) => {
    const { done } = trayText(readerFor(c).language)
    const key = c.req.query('done')
    const text = key === 'undone' || key === 'wiped' ? done[key] : null
    return show(c, { notice: text === null ? null : { kind: 'good', text } })
  },

  post: async (c: Context<OnDesk>) => {
    const reader = readerFor(c)
    const form = await formFields(c)
    const did = form['act'] === 'wipe' ? await wipe(c, form) : await undo(c, form)
    if (!isRefusal(did)) return c.redirect(`${SMALL}?done=${did}&year=${yearIn(c)}`, 303)
    const text = answerText(reader.language)
    const says = did.refused === 'may-not' ? text.because[did.because] : text.refusal[did.refused]
    return show(c, { says: form['act'] === 'wipe' ? says : null, notice: { kind: 'refusal', text: says } })
  },
}

/** Nothing of it is kept on the way; for who does not coordinate there is no such page. */
function readerFor(c: Context<OnDesk>) {
  c.header('cache-control', 'no-store')
  const reader = readerOf(c)
  if (!mayKeepSmall(reader.actor).may) throw new HTTPException(404)
  return reader
}

const yearIn = (c: Context<OnDesk>): SchoolYear =>
  parseSchoolYear(c.req.query('year')) ?? schoolYearOf(deskOf(c).today)

type Form = Awaited<ReturnType<typeof formFields>>

async function undo(c: Context<OnDesk>, form: Form): Promise<'undone' | SmallNo> {
  const id = parseId<'small-ask'>(form['small'])
  const no = id === null ? refuse('small-gone') : await undoSmall(deskOf(c).db, readerOf(c).actor, id)
  return no ?? 'undone'
}

async function wipe(c: Context<OnDesk>, form: Form): Promise<'wiped' | SmallNo> {
  if (form['sure'] !== 'yes') return refuse('not-sure', 'sure')
  await wipeSmall(deskOf(c).db, readerOf(c).actor, yearIn(c))
  return 'wiped'
}

type Show = { readonly notice: ShellNotice | null; readonly says?: string | null }

async function show(c: Context<OnDesk>, { notice, says = null }: Show) {
  const [desk, reader, year] = [deskOf(c), readerOf(c), yearIn(c)]
  const text = smallText(reader.language)
  const asks = await smallAsksOf(desk.db, reader.actor, firstDay(year), lastDay(year))
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={text.pageTitle} here="questions">
      <PageHead title={text.pageTitle} under={text.pageUnder} />
      <QuestionTabs here={null} reader={reader} />
      <p>
        <BackLink href={TRAY}>{text.back}</BackLink>
      </p>
      <SmallListView
        asks={asks}
        year={year}
        title={text.year(yearTitle(year))}
        says={says}
        today={desk.today}
        language={reader.language}
      />
    </Page>,
    notice?.kind === 'refusal' ? 422 : 200,
  )
}
