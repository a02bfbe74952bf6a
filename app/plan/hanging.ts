import type { EntryId, VisionLineId } from '../kernel/id.ts'
import { type Entry, isGoal } from './entry.ts'
import type { Plan } from './plan.ts'
import type { Roster, RosterLine } from './roster.ts'

/** What hangs on what in a plan, one step at a time. */
export type Hanging = {
  /** The vision lines of this year: those of now, and an old one on which something still hangs. */
  readonly lines: readonly RosterLine[]
  /** The entries straight below a vision line or a goal, in the order of the plan. */
  readonly below: ReadonlyMap<VisionLineId | EntryId, readonly Entry[]>
  /** The place of a line among `lines`, from 1. */
  readonly placeOf: ReadonlyMap<VisionLineId, number>
}

const known = new WeakMap<Plan, { readonly roster: Roster; readonly hanging: Hanging }>()

/** Made once for as long as neither the plan nor the team and the vision change. */
export function hangingIn(plan: Plan, roster: Roster): Hanging {
  const before = known.get(plan)
  if (before?.roster === roster) return before.hanging
  const below = new Map<VisionLineId | EntryId, Entry[]>()
  for (const entry of plan.entries)
    for (const id of aboveOf(entry)) below.set(id, [...(below.get(id) ?? []), entry])
  const lines = roster.visionLines.filter(({ id, retiredAt }) => retiredAt === null || below.has(id))
  const hanging = { lines, below, placeOf: new Map(lines.map(({ id }, place) => [id, place + 1])) }
  known.set(plan, { roster, hanging })
  return hanging
}

const aboveOf = (entry: Entry) => [
  ...(entry.parentId !== null && !isGoal(entry) ? [entry.parentId] : []),
  ...entry.visionLineIds,
]
