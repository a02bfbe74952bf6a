import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { clock, weekDay } from '../kernel/day.ts'
import { parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { appointmentsOf } from '../office/appointment-store.ts'
import type { OfficeLine } from '../office/hours.ts'
import { officeHoursOf } from '../office/hours-store.ts'
import { officeAhead } from '../office/slot-store.ts'
import { entryOf } from '../plan/plan.ts'
import { mayReadTexts } from '../plan/plan-may.ts'
import { aboutOf } from '../plan/plan-sheet.ts'
import { HeavyCards } from '../question/heavy-card-view.tsx'
import { heavyCardsFor } from '../question/heavy-desk.ts'
import { heavyText } from '../question/heavy-text.ts'
import { runningElsewhere } from '../question/question-store.ts'
import { markRead } from '../question/question-write-store.ts'
import { QuestionTabs } from '../school/question-tabs-view.tsx'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import type { Slot } from '../visit/offer.ts'
import { AnswerForm } from './answer-form-view.tsx'
import { Joined, Joining } from './join-view.tsx'
import { OfficeAside } from './office-aside-view.tsx'
import { tallySmall, weekOf } from './small-ask.ts'
import { smallAsksOf } from './small-ask-store.ts'
import type { SmallSheet } from './small-view.tsx'
import type { Lying } from './tray.ts'
import { sendingFor, TRAY_ACTS, trayNoWords } from './tray-act-desk.ts'
import { type AtTray, answerSheet, firstName, kindsFor, trayAt } from './tray-desk.ts'
import type { TrayTried } from './tray-sheet.ts'
import { patternsAt } from './tray-slot-desk.ts'
import { answeredBy, lyingQuestion, trayOf } from './tray-store.ts'
import { trayText } from './tray-text.ts'
import { type TraySheet, TrayView } from './tray-view.tsx'

/** /questions/tray: what lies with the coordinators, four answers, and small asks. */
export const trayPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await trayAt(c)
    return show(c, at, { notice: noticeOf(c, at) })
  },

  post: async (c: Context<OnDesk>) => {
    const at = await trayAt(c)
    const form = await formFields(c)
    const name = form['act'] ?? ''
    const act = Object.hasOwn(TRAY_ACTS, name) ? TRAY_ACTS[name] : undefined
    if (!act) throw new HTTPException(404)
    const did = await act({ ...at, form, sending: sendingFor(c, at) })
    if (!isRefusal(did)) return c.redirect(did.to, 303)
    const says = trayNoWords(did, at.reader.language)
    const field = 'field' in did && typeof did.field === 'string' ? did.field : null
    const status = did.refused === 'may-not' ? 403 : 422
    return show(c, at, { tried: { act: name, values: form, field, says }, status })
  },
}

function noticeOf(c: Context<OnDesk>, { reader, eyes }: AtTray): ShellNotice | null {
  const { done } = trayText(reader.language)
  const key = c.req.query('done') ?? ''
  const heavy = heavyText(reader.language).done
  const called = c.req.query('heavy') ?? ''
  if (Object.hasOwn(heavy, called)) return { kind: 'good', text: heavy[called as keyof typeof heavy] }
  if (!Object.hasOwn(done, key)) return null
  const says = done[key as keyof typeof done]
  const to = parseId<'person'>(c.req.query('to'))
  const text = typeof says === 'string' ? says : says(firstName(eyes.nameOf(to)))
  return { kind: 'good', text }
}

const PAGE = 10
const SHOWN_ANSWERED = 6
const MOST_ANSWERED = 60

type Show = {
  readonly notice?: ShellNotice | null
  readonly tried?: TrayTried
  readonly status?: 200 | 403 | 422
}

async function show(c: Context<OnDesk>, at: AtTray, { notice = null, tried, status = 200 }: Show) {
  const { desk, reader } = at
  const text = trayText(reader.language)
  c.header('cache-control', 'no-store')
  const sheet = await sheetFor(c, at, tried ?? null)
  const heavy = await heavyCardsFor(c, { back: 'tray' })
  const number = sheet.total + heavy.cards.filter(({ call }) => call.question === null).length
  const heading = sheet.isShared ? text.headingTogether : text.heading
  const when = [weekDay(desk.today, reader.language), clock(desk.now, reader.language)] as const
  return c.html(
    <Page shell={shellFrom(desk, notice ?? unplaced(tried, sheet))} title={text.title} here="questions">
      <PageHead
        title={heading(number)}
        under={number === 0 ? text.underEmpty(...when) : text.under(...when)}
      />
      <QuestionTabs here="tray" reader={reader} />
      <TrayView {...sheet} heavy={<HeavyCards sheet={heavy} />} />
    </Page>,
    status,
  )
}

/** A no that no field on the page shows. */
function unplaced(tried: TrayTried | undefined, { open }: Pick<TraySheet, 'open'>): ShellNotice | null {
  if (!tried) return null
  const isPlaced = tried.act === 'small' || (tried.field !== null && open?.id === tried.values['question'])
  return isPlaced ? null : { kind: 'refusal', text: tried.says }
}

type Sheet = Omit<TraySheet, 'heavy'> & { readonly total: number }

async function sheetFor(c: Context<OnDesk>, at: AtTray, tried: TrayTried | null): Promise<Sheet> {
  const { desk, reader, eyes } = at
  const { actor } = reader
  const page = Math.max(1, Math.min(500, Number.parseInt(c.req.query('page') ?? '1', 10) || 1))
  const tray = await trayOf(desk.db, actor, { limit: PAGE, offset: (page - 1) * PAGE })
  const opened = parseId<'question'>(tried?.values['question'] ?? c.req.query('open'))
  const waiting = await withOpened(at, tray.waiting, opened)
  await markRead(
    desk.db,
    actor,
    waiting.map(({ question }) => question),
    desk.now,
  )
  const first = waiting.find(({ question }) => question.id === opened) ?? (opened ? undefined : waiting[0])
  const lines = await officeAhead(desk.db, actor, desk.now)
  const turns = lines.filter(({ appointment }) => appointment === null)
  return {
    waiting,
    total: tray.total,
    page,
    hasMore: tray.total > page * PAGE,
    open: first ? await openFor(at, first, { tried, turns, joins: c.req.query('join') === 'yes' }) : null,
    tiedTo: (lying) => tiedIn(at, lying),
    topicName: at.topicName,
    isShared: coordinatorsIn(at).length > 1,
    elsewhere: await runningElsewhere(desk.db, actor),
    answered: await answeredFor(c, at),
    small: await smallFor(c, at, tried),
    office: await officeFor(at, lines),
    patterns: await patternsAt({ desk, reader }),
    eyes,
  }
}

/** A question that was answered can be opened again from its own page: it then stands first. */
async function withOpened(
  { desk, reader }: AtTray,
  waiting: readonly Lying[],
  id: Lying['question']['id'] | null,
) {
  if (id === null || waiting.some(({ question }) => question.id === id)) return waiting
  const lying = await lyingQuestion(desk.db, reader.actor, id)
  return lying ? [lying, ...waiting] : waiting
}

type Opening = {
  readonly tried: TrayTried | null
  readonly turns: readonly Slot[]
  readonly joins: boolean
}

async function openFor(at: AtTray, lying: Lying, opening: Opening): Promise<TraySheet['open']> {
  const { tried, turns } = opening
  const joins = opening.joins || tried?.act === 'join'
  const sheet = await answerSheet(at, lying, { turns, joins })
  await markRead(
    at.desk.db,
    at.reader.actor,
    [...(sheet.other ? [sheet.other] : []), ...(sheet.joinable ?? [])],
    at.desk.now,
  )
  const ofThis = tried?.values['question'] === lying.question.id ? tried : null
  const answering = ofThis?.act === 'answer' ? ofThis : null
  const props = { sheet, eyes: at.eyes }
  const form = (
    <>
      <Joined {...props} tried={ofThis} />
      <AnswerForm {...props} kinds={kindsFor(sheet)} plan={at.plan} tried={answering} />
      <Joining {...props} tried={ofThis} />
    </>
  )
  return { id: lying.question.id, form }
}

function tiedIn({ plan, reader }: AtTray, { question: { tie } }: Lying) {
  const entry = plan && tie && tie.planId === plan.id ? entryOf(plan, tie.entryId) : null
  if (!plan || !entry || !mayReadTexts(reader.actor, entry).may) return null
  return { href: `/plan/${plan.id}/entry/${entry.id}/steps`, about: aboutOf(entry) }
}

const coordinatorsIn = ({ roster }: AtTray) =>
  roster.people.filter(({ roles, hasLeft }) => !hasLeft && roles.includes('coordinator'))

async function answeredFor(c: Context<OnDesk>, { desk, reader }: AtTray): Promise<TraySheet['answered']> {
  const isAll = c.req.query('answered') === 'all'
  const lines = await answeredBy(desk.db, reader.actor, isAll ? MOST_ANSWERED : SHOWN_ANSWERED + 1)
  const comes = lines.some(({ answers }) => answers.some(({ appointment }) => appointment !== null))
  const own = comes ? await appointmentsOf(desk.db, reader.actor) : []
  return {
    lines: isAll ? lines : lines.slice(0, SHOWN_ANSWERED),
    hasMore: !isAll && lines.length > SHOWN_ANSWERED,
    moments: new Map(own.map(({ id, startsAt }) => [id, startsAt])),
    now: desk.now,
  }
}

async function smallFor(
  c: Context<OnDesk>,
  { desk, reader }: AtTray,
  tried: TrayTried | null,
): Promise<SmallSheet> {
  const week = await smallAsksOf(desk.db, reader.actor, ...weekOf(desk.today))
  const saved = c.req.query('small')
  return {
    week: tallySmall(week),
    saved: week.find(({ id }) => id === saved) ?? null,
    // The form that comes after what was written down last: sent again it is still that one.
    once: `${desk.today} ${week[0]?.id.slice(-12) ?? 'first'}`,
    tried: tried?.act === 'small' ? tried : null,
    language: reader.language,
  }
}

async function officeFor({ desk, reader, eyes }: AtTray, lines: readonly OfficeLine[]) {
  const hours = await officeHoursOf(desk.db, reader.actor)
  const hasHours = hours.some(({ person }) => person === reader.actor.personId)
  return <OfficeAside {...{ lines, eyes, hasHours }} />
}
