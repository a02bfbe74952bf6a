import type { Day, Moment } from '../kernel/day.ts'
import type { PersonId, PlanId, SnapshotId } from '../kernel/id.ts'
import type { Phase } from './plan.ts'

/** Names that the coordinator picks from; 'own' has a name that was typed. */
export const NAMED = ['concept', 'to-decision', 'mid-year', 'final', 'own'] as const
export type NamedKind = (typeof NAMED)[number]
export const isNamedKind = (value: unknown): value is NamedKind => NAMED.includes(value as NamedKind)

/** Named by the coordinator, made at a move of phase, or of a day on which the plan changed. */
export type SnapshotKind = NamedKind | 'phase' | 'day'

/** A version of a plan as it stood, without its content. */
export type Snapshot = {
  readonly id: SnapshotId
  readonly planId: PlanId
  readonly kind: SnapshotKind
  /** Typed by the coordinator, with 'own'. */
  readonly name: string | null
  /** Of a concept: the first, the second … */
  readonly number: number | null
  /** Of a move: the phase to which; else the phase in which the plan was. */
  readonly phase: Phase
  readonly at: Moment
  readonly by: PersonId | null
}

/** In characters. */
export const LONGEST_NAME = 60

const DAY = 86_400_000

/** A version of each day for a month, then of each week, then of each month: the newest of each stays. */
export function thinned<Kept extends { readonly at: Moment }>(versions: readonly Kept[], now: Date): Kept[] {
  const newestFirst = [...versions].sort((one, other) => (one.at < other.at ? 1 : -1))
  const seen = new Set<string>()
  return newestFirst.filter(({ at }) => {
    const span = spanOf(at, now)
    const isLater = seen.has(span)
    seen.add(span)
    return isLater
  })
}

function spanOf(at: Moment, now: Date): string {
  const days = (now.getTime() - Date.parse(at)) / DAY
  if (days <= 31) return `day ${at.slice(0, 10)}`
  // Weeks and months go by the calendar, so that what stayed yesterday stays today.
  return days <= 182 ? `week ${Math.floor(Date.parse(at) / DAY / 7)}` : `month ${at.slice(0, 7)}`
}

/** The first day on which the versions of a plan may go: the school's term after the end of its year. */
export const versionsEnd = (lastDay: Day, retentionYears: number): Day =>
  `${Number(lastDay.slice(0, 4)) + retentionYears}${lastDay.slice(4)}` as Day
