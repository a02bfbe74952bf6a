import type { Day } from '../kernel/day.ts'
import type { EntryId, PersonId, VisionLineId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Aim, Domain, Entry, EvaluationMoment, ShareChoice, Weight } from './entry.ts'
import { entryOf, type Plan, type PlanRefusal } from './plan.ts'

/** What an entry hangs on and how it is meant; what is left out stays as it is. */
export type Tie = {
  readonly visionLineIds?: readonly VisionLineId[]
  readonly parentId?: EntryId | null
  readonly weight?: Weight
  readonly shareChoice?: ShareChoice | null
  readonly coordinatorHours?: number | null
  readonly ownDomains?: readonly Domain[] | null
  readonly ownAim?: Aim | null
  /** Ties a track that carries only a name to somebody of the team. */
  readonly personId?: PersonId | null
}

export type NewMoment = { readonly onDay: Day; readonly occasion: EvaluationMoment['occasion'] }

/** More than a whole year of work has. */
const MOST_HOURS = 2000

/** Whether a tie makes sense within this plan; null when it does. */
export function wrongTie(plan: Plan, entry: Entry, tie: Tie): Refusal<PlanRefusal> | null {
  if (tie.parentId) {
    if (tie.parentId === entry.id) return refuse('hangs-on-itself', 'parentId')
    const parent = entryOf(plan, tie.parentId)
    if (!parent || parent.kind === 'teacher-track' || parent.kind === 'learning-team-track')
      return refuse('goal-unknown', 'parentId')
  }
  const hours = tie.coordinatorHours
  if (
    hours !== undefined &&
    hours !== null &&
    !(Number.isInteger(hours) && hours >= 0 && hours <= MOST_HOURS)
  ) {
    return refuse('hours-unknown', 'coordinatorHours')
  }
  return null
}

/** Two moments on one day are one. */
export const wrongMoments = (moments: readonly NewMoment[]): Refusal<PlanRefusal> | null =>
  new Set(moments.map((moment) => moment.onDay)).size < moments.length ? refuse('day-twice', 'onDay') : null
