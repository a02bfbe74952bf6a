import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type Day, parseDay } from '../kernel/day.ts'
import { mondayOf, weekNumber } from '../kernel/days.ts'
import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { isAim, isDomain } from '../plan/domain.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { ENTRIES_HREF } from './change-view.tsx'
import { entriesText } from './entries-text.ts'
import { type EntriesSheet, EntriesView } from './entries-view.tsx'
import { parseMinutes, parsePastDay, subjectFrom, type Typed } from './log.ts'
import { type AtTime, timeAt, typedIn } from './time-desk.ts'
import { activitiesOf, activityOf, type Change, changeTime, removeTime, type TimeNo } from './time-store.ts'
import { timeText } from './time-text.ts'
import { sundayOf } from './week.ts'
import { dropEstimate } from './week-store.ts'

/** /time/entries: what somebody wrote down in a week, to change or take away. */
export const entriesPage = {
  get: async (c: Context<OnDesk>) => {
    const week = weekIn(c.req.query('week') ?? '')
    const at = await timeAt(c, week)
    return show(c, at, week ?? mondayOf(at.desk.today), noticeOf(c, at), null)
  },

  post: async (c: Context<OnDesk>) => {
    const form = await c.req.formData()
    const typed = typedIn(form)
    const at = await timeAt(c, weekIn(typed('week')))
    const week = weekIn(typed('week')) ?? mondayOf(at.desk.today)
    const did = await act(at, form, typed, week)
    if (!isRefusal(did)) return c.redirect(`${ENTRIES_HREF}?week=${did.week}&done=${did.done}`, 303)
    return show(c, at, week, null, triedOf(at, typed, did))
  },
}

/** The Monday of the week that an address or form names; null when it is none. */
function weekIn(raw: string): Day | null {
  const day = parseDay(raw)
  return day && mondayOf(day)
}

function noticeOf(c: Context<OnDesk>, { language }: AtTime): ShellNotice | null {
  const text = entriesText(language)
  const done = c.req.query('done')
  if (done === 'changed' || done === 'removed' || done === 'dropped')
    return { kind: 'good', text: text[done] }
  const [added, there] = [countIn(c.req.query('added')), countIn(c.req.query('there'))]
  const said = [added > 0 && text.added(added), there > 0 && text.there(there)].filter(Boolean)
  return said.length === 0 ? null : { kind: 'good', text: said.join(' ') }
}

/** A number of pieces from an address; 0 when it is none. */
function countIn(raw: string | undefined): number {
  const number = Number(raw)
  return Number.isInteger(number) && number > 0 && number < 10_000 ? number : 0
}

type Did = { readonly week: Day; readonly done: 'changed' | 'removed' | 'dropped' }

async function act(at: AtTime, form: FormData, typed: Typed, week: Day): Promise<Did | TimeNo> {
  const { desk, reader } = at
  // A button may name another act than its form: the last one counts.
  const name = form.getAll('act').at(-1)
  if (name === 'drop-estimate')
    return (await dropEstimate(desk.db, reader.actor, week)) ?? { week, done: 'dropped' }
  const id = parseId<'time-entry'>(typed('id'))
  if (id === null) return refuse('gone')
  if (name === 'remove') return (await removeTime(desk.db, reader.actor, id)) ?? { week, done: 'removed' }
  if (name !== 'change') throw new HTTPException(404)
  const there = await activityOf(desk.db, reader.actor, id)
  if (!there || there.source === 'estimate') return refuse('gone')
  const change = changeIn(at, form, typed)
  if (isRefusal(change)) return change
  const no = await changeTime(desk.db, reader.actor, id, change)
  return no ?? { week: mondayOf(change.day ?? there.day), done: 'changed' }
}

/** What a form says a piece of time is; an empty subject leaves it with what is no longer in the plan. */
function changeIn({ plan, desk }: AtTime, form: FormData, typed: Typed): Change | TimeNo {
  const key = typed('subject')
  const subject = key === '' ? undefined : subjectFrom(key, plan)
  if (isRefusal(subject)) return subject
  const minutes = parseMinutes(typed('minutes'))
  if (isRefusal(minutes)) return minutes
  const day = parsePastDay(typed('day'), desk.today)
  if (isRefusal(day)) return day
  const aim = typed('aim')
  return {
    ...(subject ? { subject } : {}),
    minutes,
    day,
    aim: isAim(aim) ? aim : null,
    domains: [...new Set(form.getAll('domain').filter(isDomain))],
  }
}

function triedOf({ language }: AtTime, typed: Typed, no: TimeNo): NonNullable<EntriesSheet['tried']> {
  const text = timeText(language)
  return {
    id: typed('id'),
    field: 'field' in no ? (no.field ?? null) : null,
    says: no.refused === 'may-not' ? text.because[no.because] : text.refusal[no.refused],
  }
}

async function show(
  c: Context<OnDesk>,
  at: AtTime,
  week: Day,
  notice: ShellNotice | null,
  tried: EntriesSheet['tried'],
) {
  const { desk, reader, language } = at
  const activities = await activitiesOf(desk.db, reader.actor, week, sundayOf(week))
  const isAbout = tried !== null && activities.some(({ id }) => id === tried.id) && tried.field !== null
  const says: ShellNotice | null = tried && !isAbout ? { kind: 'refusal', text: tried.says } : notice
  return c.html(
    <Page shell={shellFrom(desk, says)} title={entriesText(language).title(weekNumber(week))} here="time">
      <EntriesView week={week} today={desk.today} activities={activities} names={at} tried={tried} />
    </Page>,
    tried ? 422 : 200,
  )
}
