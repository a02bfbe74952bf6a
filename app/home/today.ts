import type { Day } from '../kernel/day.ts'
import { dayOf } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'
import { firstDay } from '../kernel/school-year.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import { adoptedAt, type Plan } from '../plan/plan.ts'
import { hasRole, type Member } from '../session/actor.ts'
import { type Ask, type ForYouSheet, forYou, ownTrackOf } from './for-you.ts'
import { isNamedIn } from './remind.ts'

export type TodaySheet = ForYouSheet

/** Then we say that it is enough. */
export const MOST_ASKS = 5

/** At most five things that ask for this person, what others wait for first. */
export const asksFor = (sheet: TodaySheet): Ask[] => forYou(sheet).slice(0, MOST_ASKS)

export type Evaluation = { readonly day: Day; readonly entries: readonly Entry[] }

const MOST_EVALUATIONS = 5

/** The days to come on which something is looked back at: the coordinator's all, others' own and the team's. */
export function evaluationsToCome({ plan, actor, today }: TodaySheet): Evaluation[] {
  const all = hasRole(actor, 'coordinator')
  const mine = plan.entries.filter((entry) => all || isGoal(entry) || isNamedIn(entry, actor))
  const dated = mine
    .flatMap((entry) => entry.moments.map(({ onDay }) => ({ onDay, entry })))
    .filter(({ onDay }) => onDay >= today)
  return [...Map.groupBy(dated, ({ onDay }) => onDay)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .slice(0, MOST_EVALUATIONS)
    .map(([day, ones]) => ({ day, entries: ones.map(({ entry }) => entry) }))
}

/** A knot on the year line; `at` is how far the school year is then, in per cent. */
export type Milestone = {
  readonly kind: 'adopted' | 'mid' | 'end'
  readonly day: Day
  readonly at: number
  readonly is: 'past' | 'next' | 'later'
}

/** The plan's own days in the year: adopted, looked back half-way and at the end. */
export function milestones({ plan, today }: TodaySheet): Milestone[] {
  const adopted = adoptedAt(plan)
  const days: [Milestone['kind'], Day | null][] = [
    ['adopted', adopted && dayOf(new Date(adopted))],
    ['mid', mostChosen(plan, 'mid')],
    ['end', mostChosen(plan, 'end')],
  ]
  const known = days.flatMap(([kind, day]) => (day ? [{ kind, day, at: wayThrough(plan, day) }] : []))
  return standing(known, ({ kind, day }) => kind === 'adopted' || day < today)
}

/** What has been, what comes first, and what comes after it; `hasBeen` decides on what is of today. */
export function standing<One extends { readonly day: Day }>(
  byDay: readonly One[],
  hasBeen: (one: One) => boolean,
): (One & Pick<Milestone, 'is'>)[] {
  const next = byDay.find((one) => !hasBeen(one))
  return byDay.map((one) => ({ ...one, is: one === next ? 'next' : hasBeen(one) ? 'past' : 'later' }))
}

function mostChosen(plan: Plan, occasion: 'mid' | 'end'): Day | null {
  const counts = new Map<Day, number>()
  for (const { moments } of plan.entries) {
    for (const { onDay, occasion: at } of moments)
      if (at === occasion) counts.set(onDay, (counts.get(onDay) ?? 0) + 1)
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null
}

const A_DAY = 86_400_000

/** How far the school year of the plan is on a day, from 0 to 100. */
export function wayThrough(plan: Pick<Plan, 'schoolYear'>, day: Day): number {
  const days = (Date.parse(day) - Date.parse(firstDay(plan.schoolYear))) / A_DAY
  return Math.min(100, Math.max(0, Math.round((days / 365) * 1000) / 10))
}

/** From vision to evaluation: what one's own track hangs on. */
export type Thread = {
  readonly lineIds: readonly string[]
  readonly goalId: EntryId | null
  readonly track: Entry
}

export function threadOf(plan: Plan, actor: Member): Thread | null {
  const track = ownTrackOf(plan, actor)
  if (!track) return null
  const goal = plan.entries.find(({ id }) => id === track.parentId)
  const lineIds = track.visionLineIds.length > 0 ? track.visionLineIds : (goal?.visionLineIds ?? [])
  return { lineIds, goalId: goal?.id ?? null, track }
}
