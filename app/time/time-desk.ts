import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Day } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import { firstDay, lastDay, parseSchoolYear, type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
import { isGoal } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { lookupOf } from '../plan/plan-sheet.ts'
import { sightOf } from '../plan/plan-sight.ts'
import { readPlan, readPlans } from '../plan/plan-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { nameOfDay } from '../year/free-day-text.ts'
import { weeksOf } from '../year/free-days.ts'
import { freeDaysOf } from '../year/holiday-store.ts'
import { type WeekTally, weekTallies } from './balance.ts'
import { type Counted, countOnce } from './count.ts'
import type { Names } from './subject-view.ts'
import { mayKeepTime } from './time-may.ts'
import { activitiesOf } from './time-store.ts'
import { daysOf, weeksBetween } from './week.ts'

/** A page of one's own time: who asks, and the plan of the school year that it is about. */
export type AtTime = Names & {
  readonly desk: Desk
  readonly reader: Reader
  readonly year: SchoolYear
}

/**
 * For who keeps no time there is no such page; nothing of one is kept on the way. The year is the one that the address
 * names, else that of the day `of`, else this one.
 */
export async function timeAt(c: Context<OnDesk>, of: Day | null = null): Promise<AtTime> {
  c.header('cache-control', 'no-store')
  const [desk, reader] = [deskOf(c), readerOf(c)]
  if (!mayKeepTime(reader.actor).may) throw new HTTPException(404)
  const year = parseSchoolYear(c.req.query('year')) ?? schoolYearOf(of ?? desk.today)
  return {
    desk,
    reader,
    year,
    plan: await planOfYear(desk, reader, year),
    lookup: lookupOf(await readRoster(desk.db, reader.actor)),
    language: reader.language,
  }
}

async function planOfYear({ db }: Desk, { actor }: Reader, year: SchoolYear): Promise<Plan | null> {
  const line = (await readPlans(db, actor)).find(({ schoolYear }) => schoolYear === year)
  const plan = line ? await readPlan(db, actor, line.id) : null
  return plan && sightOf(plan, actor)
}

/** A year of one's own time, ready to draw. */
export type YearBalance = {
  /** From the first week with something in it up to this one, or to the end of the year. */
  readonly weeks: readonly WeekTally[]
  /** What the pictures are about: whole weeks; before there is one, this week so far. */
  readonly counted: readonly Counted[]
  readonly isThisWeekOnly: boolean
}

export async function yearBalance({ desk, reader, year }: AtTime): Promise<YearBalance> {
  const all = countOnce(await activitiesOf(desk.db, reader.actor, firstDay(year), lastDay(year)))
  const holidayOf = await holidaysIn(desk, reader, year)
  const first = all[0]?.activity.day ?? desk.today
  const last = desk.today < lastDay(year) ? desk.today : lastDay(year)
  const weeks = weekTallies(all, weeksBetween(first, last), desk.today, holidayOf)
  const whole = new Set(weeks.filter(({ isWhole }) => isWhole).flatMap(({ week }) => daysOf(week)))
  const counted = all.filter(({ activity }) => whole.has(activity.day))
  const isThisWeekOnly = counted.length === 0 && all.length > 0
  return { weeks, counted: isThisWeekOnly ? all : counted, isThisWeekOnly }
}

/** The holiday that takes a whole week; null for a week with school in it. */
async function holidaysIn({ db }: Desk, { actor, language }: Reader, year: SchoolYear) {
  const free = await freeDaysOf(db, actor, year)
  const names = new Map(
    weeksOf(year, free)
      .filter(({ isFree }) => isFree)
      .map(({ monday }) => [
        monday,
        nameOfDay(free, monday, language) ?? nameOfDay(free, plusDays(monday, 4), language),
      ]),
  )
  return (week: Day) => names.get(week) ?? null
}

/** The goal that an entry is or hangs on; a track that hangs on none stands by itself. */
export const goalIn = (plan: Plan | null) => (id: Parameters<typeof entryOf>[1]) => {
  const entry = plan && entryOf(plan, id)
  if (!entry) return null
  return isGoal(entry) ? entry.id : (entry.parentId ?? entry.id)
}

/** The fields of a form by name, short enough to be one; a file is none. */
export const typedIn = (form: FormData) => (name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 400) : ''
}
