import type { Day } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import { type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
import type { Plan } from '../plan/plan.ts'
import type { Member, Reader } from '../session/actor.ts'
import type { Desk } from '../session/desk.ts'
import { nextStep, type Step } from '../step/step.ts'
import { stepsOf } from '../step/step-store.ts'
import { weekBalance } from '../time/measure-store.ts'
import { isComing, type Visit } from '../visit/visit.ts'
import { visitsOf } from '../visit/visit-store.ts'
import { type FreeDays, weeksOf } from '../year/free-days.ts'
import { readYearMoments } from '../year/moments-store.ts'
import type { YearMoment } from '../year/year.ts'
import { mayPlanYear } from '../year/year-may.ts'
import { ownTrackOf } from './for-you.ts'
import { freeDaysFor } from './quiet-day-desk.ts'
import { schoolWeekOf, type WeekOfTime } from './today-year.ts'

/** What the year and one's own work have to say on Vandaag, as this reader may see it. */
export type TodayYear = {
  readonly moments: readonly YearMoment[]
  readonly visits: readonly Visit[]
  readonly week: ReturnType<typeof schoolWeekOf>
  readonly free: FreeDays
  /** The next step of one's own track; null: none yet. */
  readonly step: Step | null
  /** Only for who coordinates: of this week, or of last week as long as nothing was written in this one. */
  readonly balance: WeekOfTime | null
  /** Whether this reader may fill the year circle. */
  readonly mayPlan: boolean
}

type At = { readonly desk: Pick<Desk, 'db' | 'now' | 'today'>; readonly reader: Reader }

/** @param plan the plan of today, or null when there is none yet */
export async function yearOfToday({ desk, reader }: At, plan: Plan | null): Promise<TodayYear> {
  const { db, now, today } = desk
  const { actor } = reader
  const free = await freeDaysFor(db, actor, today)
  const track = plan && ownTrackOf(plan, actor)
  return {
    moments: await momentsAround({ desk, reader }, plan),
    visits: (await visitsOf(db, actor)).filter((visit) => isComing(visit, now)),
    week: schoolWeekOf(weeksOf(free.schoolYear, free), today),
    free,
    step: plan && track ? nextStep(await stepsOf(db, actor, plan), track.id) : null,
    balance: await balanceFor(desk, actor),
    mayPlan: mayPlanYear(actor).may,
  }
}

/** A summer is near: what comes then lies in the next year. */
const AHEAD = 60

async function momentsAround({ desk, reader }: At, plan: Plan | null): Promise<YearMoment[]> {
  const { db, today } = desk
  const years = new Set<SchoolYear>([
    ...(plan ? [plan.schoolYear] : []),
    schoolYearOf(today),
    schoolYearOf(plusDays(today, AHEAD)),
  ])
  const all: YearMoment[] = []
  for (const year of [...years].toSorted()) all.push(...(await readYearMoments(db, reader.actor, year)))
  return all
}

async function balanceFor({ db, today }: At['desk'], actor: Member): Promise<WeekOfTime | null> {
  const now = await weekBalance(db, actor, today)
  if (now === null || now.minutes > 0) return now
  const before: Day = plusDays(today, -7)
  const last = await weekBalance(db, actor, before)
  return last !== null && last.minutes > 0 ? last : now
}
