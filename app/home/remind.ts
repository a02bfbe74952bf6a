import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import { daysBetween, plusDays } from '../kernel/days.ts'
import type { EntryId, PersonId } from '../kernel/id.ts'
import { type Entry, isGoal, ownersOf } from '../plan/entry.ts'
import { adoptedAt, type Plan, takesAmendments } from '../plan/plan.ts'
import { isOwner } from '../plan/plan-may.ts'
import type { Member } from '../session/actor.ts'
import type { MyStep } from '../step/step.ts'
import { isComing, partOf, type Visit } from '../visit/visit.ts'
import { type IsFree, schoolDayBefore, schoolDayUpTo } from './quiet-day.ts'

/** A step stands on Vandaag from a week before its day. */
const A_WEEK = 7

/** One's own steps whose day is near or has been; `told`: by mail too, from its day on. */
export type DueStep = { readonly step: MyStep; readonly day: Day; readonly told: boolean }

export const dueSteps = (steps: readonly MyStep[], today: Day, isFree: IsFree): DueStep[] =>
  steps.flatMap((step) => {
    const day = step.onDay
    if (step.part !== 'doing' || day === null || day > plusDays(today, A_WEEK)) return []
    return [{ step, day, told: schoolDayUpTo(day, isFree) <= today }]
  })

export const askedSteps = (steps: readonly MyStep[]) => steps.filter(({ part }) => part === 'asked')

/** The agreed visits of this person that are told of: from the school day before. */
export const nearVisits = (
  visits: readonly Visit[],
  person: PersonId,
  { now, today, isFree }: { now: Moment; today: Day; isFree: IsFree },
): Visit[] =>
  visits.filter(
    (visit) =>
      visit.state === 'agreed' &&
      isComing(visit, now) &&
      ['visitor', 'host', 'cover'].includes(partOf(visit, person) ?? '') &&
      schoolDayBefore(dayOf(new Date(visit.startsAt)), isFree) <= today,
  )

/** A visit that does not go on is told of on Vandaag for a week, or until its moment has passed. */
export const offVisits = (
  visits: readonly Visit[],
  person: PersonId,
  { now, today }: { now: Moment; today: Day },
): Visit[] =>
  visits.filter(
    ({ state, ended, startsAt }) =>
      (state === 'cancelled' || state === 'declined') &&
      ended !== null &&
      ended.by !== person &&
      startsAt > now &&
      daysBetween(dayOf(new Date(ended.at)), today) <= A_WEEK,
  )

/** A day of evaluations of one's own, told of twice: in the week before, and on the school day before. */
export type NearEvaluation = {
  readonly day: Day
  readonly entries: readonly Entry[]
  readonly stage: 'week' | 'near'
}

export function nearEvaluations(plan: Plan, actor: Member, today: Day, isFree: IsFree): NearEvaluation[] {
  const mine = plan.entries
    .filter((entry) => isNamedIn(entry, actor))
    .flatMap((entry) => entry.moments.map(({ onDay }) => ({ onDay, entry })))
    .filter(({ onDay }) => onDay >= today && daysBetween(today, onDay) <= A_WEEK)
  return [...Map.groupBy(mine, ({ onDay }) => onDay)]
    .map(([day, ones]) => ({
      day,
      entries: ones.map(({ entry }) => entry),
      stage: schoolDayBefore(day, isFree) <= today ? ('near' as const) : ('week' as const),
    }))
    .sort((one, other) => (one.day < other.day ? -1 : 1))
}

/** Whose it is, or who said yes to supporting it. */
export const isNamedIn = (entry: Entry, actor: Member) =>
  isOwner(actor, entry) ||
  entry.people.some(({ personId, part }) => personId === actor.personId && part === 'support')

/** So many weeks of school without anything new is long. */
export const LONG_QUIET = 6
const WEEK_OF_SCHOOL = 5

/** School days after one day up to and with another, in weeks of five. */
export function schoolWeeksBetween(from: Day, to: Day, isFree: IsFree): number {
  let days = 0
  for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1)) if (!isFree(day)) days += 1
  return Math.floor(days / WEEK_OF_SCHOOL)
}

export type QuietTrack = { readonly entry: Entry; readonly since: Day }

/** One's own tracks of which nothing was heard for long: nobody else is asked about them, or hears of it. */
export function quietTracks(
  plan: Plan,
  actor: Member,
  signs: ReadonlyMap<EntryId, Day>,
  { today, isFree }: { today: Day; isFree: IsFree },
): QuietTrack[] {
  const adopted = adoptedAt(plan)
  if (!adopted || !takesAmendments(plan.phase)) return []
  const begun = dayOf(new Date(adopted))
  return plan.entries
    .filter((entry) => !isGoal(entry) && ownersOf(entry).includes(actor.personId))
    .flatMap((entry) => {
      const sign = signs.get(entry.id) ?? begun
      const since = sign > begun ? sign : begun
      return schoolWeeksBetween(since, today, isFree) >= LONG_QUIET ? [{ entry, since }] : []
    })
}
