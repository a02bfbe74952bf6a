import type { Context } from 'hono'
import { parseDay } from '../kernel/day.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { parseSchoolYear, type SchoolYear, yearTitle } from '../kernel/school-year.ts'
import { parseRegion } from '../school/school.ts'
import { changeSchool } from '../school/school-store.ts'
import type { OnDesk } from '../session/desk.ts'
import type { HolidayTried } from './holiday-form-view.tsx'
import { freeDaysOf, freeDaysShown, giveFreeDays, resetFreeDays } from './holiday-store.ts'
import { HolidaysView } from './holidays-view.tsx'
import { planningText } from './planning-text.ts'
import { type AtYear, mustMay, typed, yearAnswer, yearAt } from './year-desk.tsx'
import { oneLine } from './year-form.ts'
import { mayPlanYear, type YearNo } from './year-may.ts'

/** /year/holidays: the region of the school, and when it is free. */
export const holidaysPage = {
  get: (c: Context<OnDesk>) => show(c, yearAt(c), null),

  post: async (c: Context<OnDesk>) => {
    const form = await c.req.formData()
    const at = yearAt(c, typed(form, 'year') || undefined)
    mustMay(mayPlanYear(at.reader.actor))
    const no = await act(at, form)
    if (no) return show(c, at, triedIn(form, no))
    return c.redirect(`/year/holidays?year=${at.schoolYear}&done=saved`, 303)
  },
}

const triedIn = (form: FormData, no: YearNo): HolidayTried => ({
  // The region has no row: what was sent about it opens none.
  key: typed(form, 'act') === 'region' ? 'region' : typed(form, 'key'),
  of: typed(form, 'of'),
  form: { name: typed(form, 'name'), from: typed(form, 'from'), to: typed(form, 'to') },
  no,
})

async function act(at: AtYear, form: FormData): Promise<YearNo | null> {
  const { db, now } = at.desk
  const { actor } = at.reader
  const what = typed(form, 'act')
  if (what === 'region') {
    const region = parseRegion(form.get('region'))
    if (region === null) return refuse('region-unknown', 'region')
    await changeSchool(db, actor, { region })
    return null
  }
  const key = typed(form, 'key')
  // The summer before this school year is of the year before.
  const year: SchoolYear = parseSchoolYear(typed(form, 'of')) ?? at.schoolYear
  if (what === 'reset') return resetFreeDays(db, actor, year, key)
  const days = what === 'not-free' ? { from: null, to: null } : daysIn(form)
  if (isRefusal(days)) return days
  const given = { name: oneLine(form.get('name')), ...days }
  const done = await giveFreeDays(db, actor, year, key === '' ? null : key, given, now)
  return isRefusal(done) ? done : null
}

function daysIn(form: FormData) {
  const from = parseDay(typed(form, 'from').trim())
  if (from === null) return refuse('day-unknown', 'from')
  const last = typed(form, 'to').trim()
  const to = last === '' ? from : parseDay(last)
  return to === null ? refuse('day-unknown', 'to') : { from, to }
}

async function show(c: Context<OnDesk>, at: AtYear, tried: HolidayTried | null) {
  const { desk, reader, schoolYear } = at
  mustMay(mayPlanYear(reader.actor))
  const text = planningText(reader.language)
  const free = await freeDaysOf(desk.db, reader.actor, schoolYear)
  const shown = await freeDaysShown(desk.db, reader.actor, schoolYear)
  const title = text.holidaysTitle(yearTitle(schoolYear))
  const notice = c.req.query('done') === 'saved' ? { kind: 'good' as const, text: text.saved } : null
  const status = tried === null ? 200 : tried.no.refused === 'may-not' ? 403 : 422
  const { language, terms } = reader
  return yearAnswer(
    c,
    { title, notice },
    <HolidaysView {...{ free, shown, tried, language, terms, title }} />,
    status,
  )
}
