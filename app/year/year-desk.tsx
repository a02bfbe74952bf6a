import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Child } from 'hono/jsx'
import type { Day } from '../kernel/day.ts'
import type { May } from '../kernel/refusal.ts'
import { parseSchoolYear, type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
import type { Plan } from '../plan/plan.ts'
import { readPlan, readPlans } from '../plan/plan-store.ts'
import type { Actor, Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { freeDaysOf } from './holiday-store.ts'
import { holidaysOf } from './holidays.ts'
import { readYearMoments } from './moments-store.ts'
import { dayProposalsOf, openDayProposals } from './proposal-store.ts'
import { troublesOf } from './trouble.ts'
import { mayPlanYear } from './year-may.ts'
import { actsOn, type YearSheet } from './year-sheet.ts'

/** Where a page of the year stands: its desk and reader, and the school year of the address. */
export type AtYear = { readonly desk: Desk; readonly reader: Reader; readonly schoolYear: SchoolYear }

/** How far from now a year can be planned or looked at. */
const YEARS_AROUND = 10

/** The school year that the address asks for, else that of today; 404 for one far away. */
export function yearAt(c: Context<OnDesk>, given: string | undefined = c.req.query('year')): AtYear {
  const desk = deskOf(c)
  const now = schoolYearOf(desk.today)
  const schoolYear = given === undefined ? now : parseSchoolYear(given)
  if (schoolYear === null || Math.abs(startOf(schoolYear) - startOf(now)) > YEARS_AROUND)
    throw new HTTPException(404)
  return { desk, reader: readerOf(c), schoolYear }
}

const startOf = (year: SchoolYear) => Number(year.slice(0, 4))

/** The plan of a school year; null when the school has none. */
export async function planOfYear(
  { db }: Pick<Desk, 'db'>,
  actor: Actor,
  year: SchoolYear,
): Promise<Plan | null> {
  const line = (await readPlans(db, actor)).find((one) => one.schoolYear === year)
  return line ? readPlan(db, actor, line.id) : null
}

/** Everything that the pages of this year show. */
export async function sheetFor({ desk, reader, schoolYear }: AtYear): Promise<YearSheet> {
  const { db, today } = desk
  const { actor, language, terms } = reader
  const plan = await planOfYear(desk, actor, schoolYear)
  const moments = await readYearMoments(db, actor, schoolYear)
  const free = await freeDaysOf(db, actor, schoolYear)
  const waiting = plan ? await openDayProposals(db, actor, plan) : []
  const mine = plan ? await dayProposalsOf(db, actor, plan) : []
  return {
    schoolYear,
    today,
    moments,
    free,
    troubles: troublesOf(moments, free, today),
    acts: actsOn(moments, actor, plan),
    proposals: [...waiting, ...mine.filter((one) => one.proposedBy === actor.personId && !one.answered)],
    waiting: waiting.length,
    mayPlan: mayPlanYear(actor).may,
    hasDates:
      holidaysOf(schoolYear) !== null ||
      free.spans.some(({ kind, schoolYear: of }) => kind === 'holiday' && of === schoolYear),
    language,
    terms,
  }
}

type Frame = { readonly title: string; readonly notice?: ShellNotice | null }

/** A page of the year for who is signed in. */
export const yearAnswer = (
  c: Context<OnDesk>,
  { title, notice = null }: Frame,
  children: Child,
  status: 200 | 403 | 422 = 200,
) =>
  c.html(
    <Page shell={shellFrom(deskOf(c), notice)} title={title} here="year">
      {children}
    </Page>,
    status,
  )

/** Goes on where the answer says who may; else 403 with the reason for the log. */
export function mustMay(may: May): void {
  if (!may.may) throw new HTTPException(403, { message: may.because })
}

/** The address of a year, of this one without its name. */
export const yearHref = (schoolYear: SchoolYear, today: Day, rest = '') =>
  schoolYearOf(today) === schoolYear
    ? `/year${rest && `?${rest}`}`
    : `/year?year=${schoolYear}${rest && `&${rest}`}`

/** The text of a field as it was sent. */
export const typed = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
