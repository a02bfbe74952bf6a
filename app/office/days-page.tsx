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
import { parseWeek } from './days.ts'
import { chooseStandIn, type DaysNo, daysOf, isSchoolDay, tellDay, tellWeek, whoIsIn } from './days-store.ts'
import { daysText } from './days-text.ts'
import { type DaysTried, DaysView } from './days-view.tsx'
import {
  type AtOffice,
  atOffice,
  colleagueChoices,
  doneNotice,
  hasAppointment,
  type OfficeForm,
} from './office-desk.ts'
import { mayKeepHours } from './office-may.ts'
import { officeNo } from './office-no-text.ts'

/** /office/days: when one is in school, and (a coordinator) who stands in. */
export const daysPage = {
  get: async (c: Context<OnDesk>) => show(c, await atOffice(c), {}),

  post: async (c: Context<OnDesk>) => {
    const at = await atOffice(c)
    const form = await formFields(c)
    const name = form['act'] ?? ''
    const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
    if (!act) throw new HTTPException(404)
    const done = await act(at, form)
    if (!isRefusal(done)) return c.redirect(`/office/days?done=${done}`, 303)
    const says = officeNo(done, at.eyes.language)
    const tried = { act: name, values: form, field: done.field ?? null, says }
    return show(c, at, { tried, status: done.refused === 'may-not' ? 403 : 422 })
  },
}

type Act = (at: AtOffice, form: OfficeForm) => Promise<string | DaysNo>

const week: Act = async ({ desk, reader }, form) =>
  (await tellWeek(desk.db, reader.actor, parseWeek(form))) ?? 'week'

const HOW: Readonly<Record<string, boolean | null>> = { away: false, in: true, usual: null }

const day: Act = async (at, form) => {
  const { desk, reader } = at
  const given = form['day'] === 'today' ? desk.today : parseDay(form['day'])
  const how = form['how'] ?? ''
  const isIn = Object.hasOwn(HOW, how) ? HOW[how] : undefined
  if (given === null || isIn === undefined) return refuse('day-unknown', 'day')
  const no = await tellDay(desk.db, reader.actor, { day: given, isIn }, desk.today)
  if (no) return no
  return how === 'away' && (await hasAppointment(at, given)) ? 'day-away-busy' : `day-${how}`
}

const standIn: Act = async ({ desk, reader }, form) => {
  const value = form['standIn'] ?? ''
  const person = value === '' ? null : parseId<'person'>(value)
  if (value !== '' && person === null) return refuse('stand-in-unknown', 'standIn')
  return (await chooseStandIn(desk.db, reader.actor, person, desk.now)) ?? 'stand-in'
}

const ACTS: Readonly<Record<string, Act>> = { week, day, 'stand-in': standIn }

type Show = { readonly tried?: DaysTried; readonly status?: 200 | 403 | 422 }

async function show(c: Context<OnDesk>, at: AtOffice, { tried, status = 200 }: Show) {
  const { desk, reader, eyes } = at
  const text = daysText(eyes.language)
  const days = await daysOf(desk.db, reader.actor)
  const sheet = {
    own: days.get(eyes.me) ?? { week: {}, single: new Map() },
    whoIsIn: await whoIsIn(desk.db, reader.actor, desk.today),
    isSchoolDay: await isSchoolDay(desk.db, reader.actor, desk.today),
    colleagues: mayKeepHours(reader.actor).may ? colleagueChoices(at) : null,
    tried: tried ?? null,
    eyes,
  }
  return c.html(
    <Page shell={shellFrom(desk, doneNotice(c))} title={text.page} here="questions">
      <PageHead title={text.title} under={text.under} />
      <QuestionTabs here={null} reader={reader} />
      <DaysView sheet={sheet} />
    </Page>,
    status,
  )
}
