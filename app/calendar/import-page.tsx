import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { nextYear, parseSchoolYear, type SchoolYear, schoolYearOf, yearTitle } from '../kernel/school-year.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { CalendarReading } from '../post/calendar-reading.ts'
import { calendarReadingText } from '../post/calendar-reading-text.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { freeDaysOf } from '../year/holiday-store.ts'
import { readItems } from '../year/item-store.ts'
import { MOST_ITEMS } from '../year/year.ts'
import { mayPlanYear } from '../year/year-may.ts'
import { readCalendarFile } from './calendar-reading-desk.ts'
import { type Chosen, rowsOf, sheetOf, windowOf } from './import.ts'
import { parseChosen, parseImportId } from './import-form.ts'
import { type ChooseRows, ChooseRowsView } from './import-rows-view.tsx'
import { importsOf, type TakingNo, takenOf, undoImport } from './import-store.ts'
import { takeCalendar } from './import-take-store.ts'
import { importText } from './import-text.ts'
import { AskFileView } from './import-view.tsx'

/** /year/import: a school calendar into the year circle; read, chosen, taken in, and undone as a whole. */
export const calendarImportPage = {
  get: async (c: Context<OnDesk>) => {
    if (!mayPlanYear(readerOf(c).actor).may) return mayNot(c)
    return ask(c, yearFrom(c, c.req.query('year')), { notice: noticeOf(c) })
  },

  post: async (c: Context<OnDesk>) => {
    if (!mayPlanYear(readerOf(c).actor).may) return mayNot(c)
    const form = await c.req.formData()
    const year = yearFrom(c, form.get('year'))
    const act = form.get('act')
    if (act === 'take') return take(c, year, form)
    return act === 'undo' ? undo(c, year, form) : read(c, year, form)
  },
}

const yearsFor = (c: Context<OnDesk>) => {
  const now = schoolYearOf(deskOf(c).today)
  return [now, nextYear(now)]
}

function yearFrom(c: Context<OnDesk>, value: unknown): SchoolYear {
  const years = yearsFor(c)
  const asked = parseSchoolYear(value)
  return years.find((year) => year === asked) ?? (years[0] as SchoolYear)
}

/** What was just done, from the address: only words of our own. */
function noticeOf(c: Context<OnDesk>): ShellNotice | null {
  const text = importText(deskOf(c).language)
  const good = (words: string) => ({ kind: 'good', text: words }) as const
  if (c.req.query('done') === 'undone') return good(text.undone)
  const [added, moved] = [countIn(c.req.query('added')), countIn(c.req.query('moved'))]
  if (added === null || moved === null) return null
  return good(added + moved === 0 ? text.nothingNew : text.tookIn(added, moved))
}

const countIn = (value: string | undefined) => (/^\d{1,3}$/.test(value ?? '') ? Number(value) : null)

async function read(c: Context<OnDesk>, year: SchoolYear, form: FormData) {
  const { language } = deskOf(c)
  const file = form.get('file')
  if (!(file instanceof File) || (file.size === 0 && file.name === ''))
    return ask(c, year, { says: importText(language).refusal['no-file'] })
  const reading = await readCalendarFile(new Uint8Array(await file.arrayBuffer()), windowOf(year))
  if (isRefusal(reading)) {
    const { refusal } = calendarReadingText(language)
    return ask(c, year, { says: refusal[reading.refused] })
  }
  return choose(c, year, reading)
}

async function choose(c: Context<OnDesk>, year: SchoolYear, { items, name, leftOut }: CalendarReading) {
  const sheet = sheetOf(items, year, await thereIn(c, year))
  return showRows(c, { ...leftOut, year, name, sheet })
}

async function thereIn(c: Context<OnDesk>, year: SchoolYear) {
  const { db } = deskOf(c)
  const { actor } = readerOf(c)
  return {
    taken: await takenOf(db, actor, year),
    items: await readItems(db, actor, year),
    free: (await freeDaysOf(db, actor, year)).spans,
  }
}

type Rows = Omit<ChooseRows, 'language'> & { readonly refused?: TakingNo }

function showRows(c: Context<OnDesk>, { refused, ...rows }: Rows) {
  const { language } = deskOf(c)
  const text = importText(language)
  const { length } = rows.sheet.rows
  return page(c, {
    title: length === 0 ? text.title : text.found(length, yearTitle(rows.year)),
    under: length === 0 ? text.under : text.foundUnder,
    back: { href: `/year/import?year=${rows.year}`, label: text.another },
    status: refused ? 422 : 200,
    children: (
      <>
        {refused && <NotTaken refused={refused} language={language} />}
        <ChooseRowsView {...rows} language={language} />
      </>
    ),
  })
}

async function take(c: Context<OnDesk>, year: SchoolYear, form: FormData) {
  const { db, now } = deskOf(c)
  const value = form.get('name')
  const name = typeof value === 'string' ? value : ''
  const given = { schoolYear: year, name, chosen: chosenIn(form, form.getAll('take')) }
  const taken = await takeCalendar(db, readerOf(c).actor, given, now)
  if (!isRefusal(taken))
    return c.redirect(`/year/import?year=${year}&added=${taken.added}&moved=${taken.moved}`, 303)
  const refused = taken
  // The rows that were shown stand in the form: they are shown again, beside what stands in the year now.
  const all = [...form.keys()].flatMap((field) => /^row-(\d{1,3})$/.exec(field)?.[1] ?? [])
  const rows = rowsOf(chosenIn(form, all), await thereIn(c, year))
  return showRows(c, { year, name, sheet: { rows, leftOut: NOTHING }, unreadable: 0, zones: [], refused })
}

const NOTHING = { repeated: 0, untitled: 0, long: 0, more: 0 }

const chosenIn = (form: FormData, places: readonly unknown[]): Chosen[] =>
  places
    .slice(0, MOST_ITEMS)
    .flatMap((place) => parseChosen(form.get(`row-${String(place)}`), form.get(`as-${String(place)}`)) ?? [])

async function undo(c: Context<OnDesk>, year: SchoolYear, form: FormData) {
  const { db, now } = deskOf(c)
  const id = parseImportId(form.get('import'))
  const no =
    id === null ? { refused: 'import-gone' as const } : await undoImport(db, readerOf(c).actor, id, now)
  return no ? ask(c, year, { refused: no }) : c.redirect(`/year/import?year=${year}&done=undone`, 303)
}

type Ask = {
  readonly notice?: ShellNotice | null
  readonly says?: string
  readonly refused?: TakingNo
}

async function ask(c: Context<OnDesk>, year: SchoolYear, { notice = null, says, refused }: Ask) {
  const { db, language } = deskOf(c)
  const { actor } = readerOf(c)
  const text = importText(language)
  const { people } = await readRoster(db, actor)
  const before = (await importsOf(db, actor, year)).map((one) => ({
    ...one,
    who: people.find(({ id }) => id === one.takenBy)?.name ?? '',
  }))
  return page(c, {
    title: text.title,
    under: text.under,
    back: { href: `/year?year=${year}`, label: text.back },
    notice,
    status: says || refused ? 422 : 200,
    children: (
      <>
        {refused && <NotTaken refused={refused} language={language} />}
        <AskFileView
          years={yearsFor(c)}
          says={says ? `${text.notRead} ${says}` : null}
          {...{ year, before, language }}
        />
      </>
    ),
  })
}

function NotTaken({ refused, language }: { refused: TakingNo; language: Language }) {
  const text = importText(language)
  return (
    <Notice kind="refusal" title={text.notTaken}>
      <p>{reasonOf(refused, text)}</p>
    </Notice>
  )
}

function reasonOf({ refused }: TakingNo, { refusal, mayNot: may }: ReturnType<typeof importText>): string {
  if (refused === 'may-not') return may
  return Object.hasOwn(refusal, refused) ? refusal[refused as keyof typeof refusal] : refusal['does-not-fit']
}

const mayNot = (c: Context<OnDesk>) => {
  const text = importText(deskOf(c).language)
  return page(c, {
    title: text.title,
    under: text.mayNot,
    back: { href: '/year', label: text.back },
    status: 403,
    children: null,
  })
}

type Shown = {
  readonly title: string
  readonly under: string
  readonly back: { readonly href: string; readonly label: string }
  readonly notice?: ShellNotice | null
  readonly status?: 200 | 403 | 422
  readonly children: Child
}

function page(c: Context<OnDesk>, { title, under, back, notice = null, status = 200, children }: Shown) {
  return c.html(
    <Page shell={shellFrom(deskOf(c), notice)} title={title} here="year">
      <PageHead title={title} under={under} />
      <p class="rij">
        <BackLink href={back.href}>{back.label}</BackLink>
      </p>
      {children}
    </Page>,
    status,
  )
}
