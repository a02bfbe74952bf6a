import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseDay } from '../kernel/day.ts'
import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { QuestionTabs } from '../school/question-tabs-view.tsx'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { daysText } from './days-text.ts'
import type { DaysTried } from './days-view.tsx'
import { addHours, closeDay, closedOf, dropHours, type HoursNo, officeHoursOf } from './hours-store.ts'
import { HoursView } from './hours-view.tsx'
import { type AtOffice, atOffice, doneNotice, hasAppointment, type OfficeForm } from './office-desk.ts'
import { mayKeepHours } from './office-may.ts'
import { officeNo } from './office-no-text.ts'
import { officeAhead } from './slot-store.ts'

/** /office/hours: a coordinator sets the own office hours. */
export const hoursPage = {
  get: async (c: Context<OnDesk>) => show(c, await atHours(c), {}),

  post: async (c: Context<OnDesk>) => {
    const at = await atHours(c)
    const form = await formFields(c)
    const name = form['act'] ?? ''
    const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
    if (!act) throw new HTTPException(404)
    const done = await act(at, form)
    if (!isRefusal(done)) return c.redirect(`/office/hours?done=${done}`, 303)
    const says = officeNo(done, at.eyes.language)
    const tried = { act: name, values: form, field: done.field ?? null, says }
    return show(c, at, { tried, status: done.refused === 'may-not' ? 403 : 422 })
  },
}

async function atHours(c: Context<OnDesk>): Promise<AtOffice> {
  const at = await atOffice(c)
  if (!mayKeepHours(at.reader.actor).may) throw new HTTPException(403)
  return at
}

type Act = (at: AtOffice, form: OfficeForm) => Promise<string | HoursNo>

const add: Act = async ({ desk, reader }, form) => {
  const made = await addHours(desk.db, reader.actor, form)
  return isRefusal(made) ? made : 'hours'
}

const drop: Act = async ({ desk, reader }, form) => {
  const id = parseId<'office-hours'>(form['hours'])
  return (id ? await dropHours(desk.db, reader.actor, id) : refuse('hours-gone')) ?? 'hours-gone'
}

const close =
  (isClosed: boolean): Act =>
  async (at, form) => {
    const { desk, reader } = at
    const day = parseDay(form['day'])
    if (day === null) return refuse('day-unknown', 'day')
    const no = await closeDay(desk.db, reader.actor, { day, isClosed }, desk.today)
    if (no) return no
    if (!isClosed) return 'open'
    return (await hasAppointment(at, day)) ? 'closed-busy' : 'closed'
  }

const ACTS: Readonly<Record<string, Act>> = { add, drop, close: close(true), open: close(false) }

type Show = { readonly tried?: DaysTried; readonly status?: 200 | 403 | 422 }

async function show(c: Context<OnDesk>, at: AtOffice, { tried, status = 200 }: Show) {
  const { desk, reader, eyes } = at
  const text = daysText(eyes.language).hours
  const all = await officeHoursOf(desk.db, reader.actor)
  const sheet = {
    hours: all.filter(({ person }) => person === eyes.me),
    closed: await closedOf(desk.db, reader.actor, desk.today),
    ahead: await officeAhead(desk.db, reader.actor, desk.now),
    tried: tried ?? null,
    eyes,
  }
  return c.html(
    <Page shell={shellFrom(desk, doneNotice(c))} title={text.page} here="questions">
      <PageHead title={text.title} under={text.under} />
      <QuestionTabs here={null} reader={reader} />
      <HoursView sheet={sheet} />
    </Page>,
    status,
  )
}
