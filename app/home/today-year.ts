import { type Day, dayOf } from '../kernel/day.ts'
import { mondayOf } from '../kernel/days.ts'
import type { PersonId } from '../kernel/id.ts'
import { partOf, type Visit } from '../visit/visit.ts'
import type { SchoolWeek } from '../year/free-days.ts'
import type { YearKind, YearMoment } from '../year/year.ts'
import { type Evaluation, type Milestone, standing } from './today.ts'

/** Own time of a week, in minutes; `share` of what prevents, 0 to 1, and `aim` of the plan in per cent. */
export type WeekOfTime = {
  readonly week: Day
  readonly minutes: number
  readonly preventive: number
  readonly curative: number
  readonly isEstimated: boolean
  readonly aim: number | null
  readonly share: number | null
}

/** Which week of school it is, and of how many; null in a week in which the school is free. */
export function schoolWeekOf(
  weeks: readonly SchoolWeek[],
  today: Day,
): { number: number; of: number } | null {
  const number = weeks.find(({ monday }) => monday === mondayOf(today))?.schoolWeek ?? null
  return number === null ? null : { number, of: Math.max(...weeks.map(({ schoolWeek }) => schoolWeek ?? 0)) }
}

/** What the school's own year puts on the line on Vandaag; a council or a deadline stands in the circle only. */
const ON_THE_LINE: readonly YearKind[] = [
  'start',
  'group-review',
  'tests',
  'transition-test',
  'trend-talk',
  'study-day',
]

/** A knot on the line: a day of the plan, or something of the year of the school. */
export type YearKnot = Omit<Milestone, 'kind'> & {
  readonly of: { readonly plan: Milestone['kind'] } | { readonly moment: YearMoment }
  /** Where names would run into each other the later ones go without; the list beside the line has them all. */
  readonly named: boolean
}

/** Of the line, in per cent: a letter of a name on a wide screen, the least that a date needs, and air between names. */
const A_LETTER = 0.6
const A_DATE = 4
const AIR = 0.8

/** Where a name stands at its knot, so that it stays on the line: around it, after it or before it. */
export function nameAt(
  at: number,
  name: string,
): { anchor: 'start' | 'middle' | 'end'; from: number; to: number } {
  const width = Math.max(A_DATE, name.length * A_LETTER)
  if (at - width / 2 < 0) return { anchor: 'start', from: at, to: at + width }
  if (at + width / 2 > 100) return { anchor: 'end', from: at - width, to: at }
  return { anchor: 'middle', from: at - width / 2, to: at + width / 2 }
}

type Naming = {
  readonly today: Day
  /** How far the year is on a day, in per cent. */
  readonly wayTo: (day: Day) => number
  readonly nameOf: (of: YearKnot['of']) => string
}

/** The knots by day. The days of the plan are named first, then the year of the school where there is room. */
export function knotsOf(
  milestones: readonly Milestone[],
  moments: readonly YearMoment[],
  { today, wayTo, nameOf }: Naming,
): YearKnot[] {
  const own = milestones.map(({ kind, day, at }) => ({ day, at, of: { plan: kind } }))
  const others = moments
    .filter(({ kind }) => ON_THE_LINE.includes(kind))
    .map((moment) => ({ day: moment.from, at: wayTo(moment.from), of: { moment } }))
  const taken: { from: number; to: number }[] = []
  const all = [...own, ...others].map((one) => {
    const place = nameAt(one.at, nameOf(one.of))
    const named = taken.every(({ from, to }) => place.from > to + AIR || place.to < from - AIR)
    if (named) taken.push(place)
    return { ...one, named }
  })
  const byDay = all.toSorted((one, other) => (one.day < other.day ? -1 : 1))
  return standing(byDay, ({ of, day }) => ('plan' in of && of.plan === 'adopted') || day < today)
}

/** One line of what comes: evaluations of a day, a moment of the year or a meeting, or a visit of one's own. */
export type Coming =
  | { readonly day: Day; readonly evaluation: Evaluation }
  | { readonly day: Day; readonly moment: YearMoment }
  | { readonly day: Day; readonly visit: Visit }

export const MOST_COMING = 6

/** What comes for this person, by day: the first six. */
export function comingUp(
  {
    evaluations,
    moments,
    visits,
  }: { evaluations: readonly Evaluation[]; moments: readonly YearMoment[]; visits: readonly Visit[] },
  person: PersonId,
  today: Day,
): Coming[] {
  const all: Coming[] = [
    ...evaluations.map((evaluation) => ({ day: evaluation.day, evaluation })),
    ...moments
      .filter(({ kind, to }) => kind !== 'evaluation' && kind !== 'adopted' && to >= today)
      .filter(({ personIds }) => personIds === null || personIds.includes(person))
      .map((moment) => ({ day: moment.from, moment })),
    ...visits
      .filter((visit) => visit.state === 'agreed' && isOfThree(visit, person))
      .map((visit) => ({ day: dayOf(new Date(visit.startsAt)), visit }))
      .filter(({ day }) => day >= today),
  ]
  return all.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)).slice(0, MOST_COMING)
}

const isOfThree = (visit: Visit, person: PersonId) => {
  const part = partOf(visit, person)
  return part !== null && part !== 'asked-to-cover'
}

const keyOf = (one: Coming) => {
  const at = 'moment' in one ? one.moment.startsAt : 'visit' in one ? one.visit.startsAt : null
  return `${one.day} ${at ?? ''}`
}
