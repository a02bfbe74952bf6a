import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import { mondayOf, plusDays } from '../kernel/days.ts'
import type { PlanId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import type { Domain } from '../plan/entry.ts'
import { entriesOf, type Plan } from '../plan/plan.ts'
import { readPlan } from '../plan/plan-store.ts'
import { countsOf } from '../time/log.ts'
import type { AdHoc, Subject } from '../time/time.ts'
import { logTime } from '../time/time-store.ts'
import { weeksOf } from '../year/free-days.ts'
import { freeDaysOf } from '../year/holiday-store.ts'
import type { Seed } from './demo-plan.ts'

/** Hours of Karin's ten weeks: preventing, repairing, and what of the repairing came in between. */
const WEEKS = [
  [9, 14, 10],
  [10, 13, 9],
  [11, 12, 9],
  [12, 11, 8],
  [14, 9, 6],
  [16, 7, 5],
  [12, 11, 8],
  [12, 12, 8],
  [13, 10, 6],
  [15, 9, 5],
] as const

const BETWEEN: readonly (readonly [AdHoc, number])[] = [
  ['take-class', 0.42],
  ['call-parents', 0.24],
  ['prepare', 0.22],
  ['corridor', 0.12],
]

/** Karin wrote down her time since the summer: each school week that is over, and two things of this week. */
export async function seedTime(seed: Seed, planId: PlanId): Promise<void> {
  const { tx, cast, now } = seed
  const plan = await readPlan(tx, cast.member('karin'), planId)
  if (!plan) throw new Error('the demo plan is missing')
  const today = dayOf(new Date(now))
  const weeks = await schoolWeeksBefore(seed, mondayOf(today))
  const shown = WEEKS.slice(WEEKS.length - Math.min(WEEKS.length, weeks.length))
  for (const [place, hours] of shown.entries()) {
    const week = weeks[weeks.length - shown.length + place]
    if (week) for (const one of piecesOf(plan, seed, hours)) await log(seed, plan, week, one)
  }
  for (const one of thisWeek(plan, seed)) await log(seed, plan, mondayOf(today), one)
}

async function schoolWeeksBefore({ tx, cast, now }: Seed, week: Day): Promise<Day[]> {
  const year = schoolYearOf(dayOf(new Date(now)))
  const free = await freeDaysOf(tx, cast.member('karin'), year)
  return weeksOf(year, free)
    .filter(({ isFree, monday }) => !isFree && monday < week)
    .map(({ monday }) => monday)
}

type Piece = {
  readonly subject: Subject
  readonly minutes: number
  readonly on: number
  /** As Karin says of it; else as the plan does. */
  readonly domains?: readonly Domain[]
}

/** What Karin's own work hangs on: the goal of the lessons, the track of Anouk, the arithmetic team, the trend talk. */
function entriesFor(plan: Plan, { cast }: Seed): Subject[] {
  const [lessons, , trends] = entriesOf(plan, 'general-goal')
  const anouk = plan.entries.find(({ personId }) => personId === cast.people.anouk)
  const team = plan.entries.find(({ learningTeamId }) => learningTeamId === cast.learningTeams.rekenen)
  return [lessons, team, anouk, trends].flatMap((entry) =>
    entry ? [{ what: 'entry', entryId: entry.id } as const] : [],
  )
}

const SHARES = [0.35, 0.25, 0.2, 0.2]
const DOMAINS_OF: readonly (readonly Domain[])[] = [
  ['learning'],
  ['process'],
  ['care', 'learning'],
  ['trends'],
]

function piecesOf(plan: Plan, seed: Seed, [preventive, curative, between]: (typeof WEEKS)[number]): Piece[] {
  const repairing = curative - between
  return [
    ...entriesFor(plan, seed).map((subject, place) => ({
      ...piece(subject, preventive * (SHARES[place] ?? 0), place),
      domains: DOMAINS_OF[place] ?? [],
    })),
    piece({ what: 'care' }, repairing * 0.7, 1),
    piece({ what: 'question' }, repairing * 0.3, 3),
    ...BETWEEN.map(([adHoc, share], place) => piece({ what: 'ad-hoc', adHoc }, between * share, place)),
  ]
}

const thisWeek = (plan: Plan, seed: Seed): Piece[] => [
  ...entriesFor(plan, seed)
    .slice(0, 1)
    .map((subject) => piece(subject, 2, 0)),
  piece({ what: 'ad-hoc', adHoc: 'call-parents' }, 0.5, 0),
]

/** To five minutes, on one of the first four days of the week. */
const piece = (subject: Subject, hours: number, on: number): Piece => ({
  subject,
  minutes: Math.max(5, Math.round((hours * 60) / 5) * 5),
  on: on % 4,
})

async function log({ tx, cast }: Seed, plan: Plan, week: Day, { subject, minutes, on, domains }: Piece) {
  const day = plusDays(week, on)
  const given = {
    subject,
    day,
    minutes,
    startedAt: null,
    source: 'tap' as const,
    ...countsOf(subject, plan),
    ...(domains ? { domains } : {}),
    once: 'demo',
  }
  const made = await logTime(tx, cast.member('karin'), given, `${day}T14:00:00.000Z` as Moment)
  if (isRefusal(made)) throw new Error(`the demo school was refused: ${made.refused}`)
}
