import type { Day } from '../kernel/day.ts'
import type { EvaluationMoment } from '../plan/entry.ts'
import type { YearMoment } from './year.ts'

type Occasion = EvaluationMoment['occasion']

/** Evaluations of one day that the team looks at in one go, with the meeting in which it does, if one is planned. */
export type Together = {
  readonly occasion: Occasion
  readonly evaluations: readonly YearMoment[]
  readonly meeting: YearMoment | null
}

/** What begins on one day. */
export type DayGroup = {
  readonly day: Day
  readonly together: Together | null
  /** Evaluations of one track each, between those whose it is. */
  readonly alone: readonly YearMoment[]
  readonly others: readonly YearMoment[]
}

const LOOKS_BACK: Readonly<Record<string, Occasion>> = { 'mid-evaluation': 'mid', 'end-evaluation': 'end' }

/** In a meeting that looks back, half-way or at the end; null for any other moment. */
export const occasionOfMeeting = ({ source }: Pick<YearMoment, 'source'>): Occasion | null =>
  source.kind === 'meeting' ? (LOOKS_BACK[source.template] ?? null) : null

const occasionOf = ({ source }: YearMoment): Occasion | null =>
  source.kind === 'evaluation' ? source.occasion : null
const isOfGoal = ({ source }: YearMoment) => source.kind === 'evaluation' && source.isGoal

/** The days of a year on which something begins, in order. */
export function byDay(moments: readonly YearMoment[]): DayGroup[] {
  return [...Map.groupBy(moments, ({ from }) => from)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, ones]) => groupOf(day, ones))
}

/** Where the team meets to look back, or a goal is looked back at, tracks of the same occasion are looked at along. */
function groupOf(day: Day, moments: readonly YearMoment[]): DayGroup {
  const meeting = moments.find((one) => occasionOfMeeting(one) !== null) ?? null
  const evaluations = moments.filter(({ kind }) => kind === 'evaluation')
  const occasion = (meeting && occasionOfMeeting(meeting)) ?? occasionOfGoals(evaluations)
  const along = occasion === null ? [] : evaluations.filter((one) => occasionOf(one) === occasion)
  const together = occasion === null ? null : { occasion, evaluations: along, meeting }
  return {
    day,
    together,
    alone: evaluations.filter((one) => !along.includes(one)),
    others: moments.filter((one) => one.kind !== 'evaluation' && one !== meeting),
  }
}

function occasionOfGoals(evaluations: readonly YearMoment[]): Occasion | null {
  const goal = evaluations.find(isOfGoal)
  return goal ? occasionOf(goal) : null
}

/** How many things a day asks for: what is looked at together is one. */
export const countOf = ({ together, alone, others }: DayGroup) =>
  (together ? 1 : 0) + alone.length + others.filter(({ kind }) => kind !== 'adopted').length
