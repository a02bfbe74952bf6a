import { type Evaluation, isSaid, type Time } from '../evaluation/evaluation.ts'
import { type Day, dayOf } from '../kernel/day.ts'
import type { LearningTeamId, PersonId } from '../kernel/id.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import type { LooseEnd } from '../plan/loose-end.ts'
import { entriesOf, entryOf, type Plan } from '../plan/plan.ts'
import { goalNumbers, lookupOf, trackName } from '../plan/plan-sheet.ts'
import { type Roster, type RosterLine, withoutPlace } from '../plan/roster.ts'

/** One day on which something is looked back on: still to come, or done. */
export type LookingBack = {
  readonly onDay: Day | null
  readonly time: Time | 'other'
  readonly held: boolean
}

type Of =
  | { readonly kind: 'line'; readonly line: RosterLine }
  | { readonly kind: 'goal'; readonly entry: Entry; readonly number: string }
  | {
      readonly kind: 'track'
      readonly entry: Entry
      readonly name: string
      readonly groups: readonly string[]
    }
  /** Who has no track yet. */
  | { readonly kind: 'place'; readonly id: PersonId | LearningTeamId; readonly name: string }
  | { readonly kind: 'evaluation'; readonly entry: Entry; readonly days: readonly LookingBack[] }

/**
 * One thing on the thread. `on` names what it hangs on by key; the first of them is the one under which it is drawn.
 * `loose`: it hangs on nothing, or (a vision line) carries nothing, or (an evaluation) has no day.
 */
export type Knot = Of & {
  readonly key: string
  readonly on: readonly string[]
  readonly loose: boolean
  /** What still asks for something here, as far as the reader is shown it. */
  readonly ends: readonly LooseEnd[]
}
export type KnotOf<Kind extends Of['kind']> = Extract<Knot, { kind: Kind }>

/** Everything that hangs together, in reading order: a line, its goals, their tracks, and what is looked back on. */
export type Thread = { readonly knots: readonly Knot[] }

export type ThreadSource = {
  /** As the reader may see it. */
  readonly plan: Plan
  readonly roster: Roster
  /** Those that the reader is shown and that still ask for something. */
  readonly ends: readonly LooseEnd[]
  /** Those that the reader may read. */
  readonly evaluations: readonly Evaluation[]
}

export const lineKey = (id: string) => `line-${id}`
export const entryKey = (id: string) => `e-${id}`
export const evaluationKey = (id: string) => `m-${id}`

/** The thread of a plan: every entry once, under the first thing that it hangs on. */
export function threadOf(source: ThreadSource): Thread {
  const { plan, roster } = source
  const making = { ...source, endsBy: Map.groupBy(source.ends, ({ subjectId }) => subjectId) }
  const goals = entriesOf(plan, 'general-goal', 'team-goal')
  const tracks = entriesOf(plan, 'learning-team-track', 'teacher-track')
  const under = Map.groupBy([...goals, ...tracks], (entry) => keysAbove(plan, entry)[0] ?? null)
  const hanging = new Set(plan.entries.flatMap((entry) => entry.visionLineIds))
  const lines = roster.visionLines.filter(({ id, retiredAt }) => hanging.has(id) || retiredAt === null)
  const strand = (key: string | null): Knot[] =>
    (under.get(key) ?? []).flatMap((entry) => [
      entryKnot(making, entry),
      ...evaluationKnot(making, entry),
      ...(isGoal(entry) ? strand(entryKey(entry.id)) : []),
    ])
  const carrying = lines.filter(({ id }) => hanging.has(id))
  return {
    knots: [
      ...carrying.flatMap((line) => [lineKnot(making, line, false), ...strand(lineKey(line.id))]),
      ...lines.filter(({ id }) => !hanging.has(id)).map((line) => lineKnot(making, line, true)),
      ...strand(null),
      ...placeKnots(making),
    ],
  }
}

type Making = ThreadSource & { readonly endsBy: ReadonlyMap<string, LooseEnd[]> }

/** What an entry hangs on: a track its goal first (when that is still in the plan), then its vision lines. */
function keysAbove(plan: Plan, entry: Entry): string[] {
  const goal = isGoal(entry) ? null : entryOf(plan, entry.parentId)
  return [...(goal ? [entryKey(goal.id)] : []), ...entry.visionLineIds.map(lineKey)]
}

const lineKnot = ({ endsBy }: Making, line: RosterLine, loose: boolean): Knot => ({
  kind: 'line',
  key: lineKey(line.id),
  on: [],
  loose,
  ends: endsBy.get(line.id) ?? [],
  line,
})

function entryKnot({ plan, roster, endsBy }: Making, entry: Entry): Knot {
  const on = keysAbove(plan, entry)
  const common = { key: entryKey(entry.id), on, loose: on.length === 0, ends: endsBy.get(entry.id) ?? [] }
  if (isGoal(entry)) return { ...common, kind: 'goal', entry, number: goalNumbers(plan).get(entry.id) ?? '' }
  const lookup = lookupOf(roster)
  const groups = entry.personId === null ? [] : (lookup.people.get(entry.personId)?.groups ?? [])
  return { ...common, kind: 'track', entry, name: trackName(entry, lookup), groups }
}

/** Where an entry is looked back on; an entry that is open to the reader and has no day has a loose one. */
function evaluationKnot({ evaluations, endsBy }: Making, entry: Entry): Knot[] {
  const days = daysOf(
    entry,
    evaluations.filter(({ entryId }) => entryId === entry.id),
  )
  const asks = (endsBy.get(entry.id) ?? []).some(({ kind }) => kind === 'no-evaluation-day')
  if (days.length === 0 && !asks) return []
  const on = days.length === 0 ? [] : [entryKey(entry.id)]
  const key = evaluationKey(entry.id)
  return [{ kind: 'evaluation', key, on, loose: days.length === 0, ends: [], entry, days }]
}

/** The planned days with what was held, and what was held without a day of its own. */
export function daysOf(entry: Entry, evaluations: readonly Evaluation[]): LookingBack[] {
  const said = evaluations.filter(isSaid)
  const heldOn = new Map(said.map((one) => [heldMoment(entry, one), one]))
  const planned = entry.moments.map(({ id, onDay, occasion }) => ({
    onDay,
    time: occasion,
    held: heldOn.has(id),
  }))
  const extra = said.filter((one) => heldMoment(entry, one) === null)
  return [...extra.map(({ time }) => ({ onDay: null, time, held: true })), ...planned]
}

/** The moment that an evaluation belongs to: the last of its kind before it was written, else the first of its kind. */
function heldMoment(entry: Entry, { time, at }: Evaluation) {
  const own = entry.moments.filter(({ occasion }) => occasion === time)
  const written = dayOf(new Date(at))
  return (own.findLast(({ onDay }) => onDay <= written) ?? own[0])?.id ?? null
}

/** Who has no track in a plan that runs; who was at the school in a closed one is not known. */
const placeKnots = ({ plan, roster, endsBy }: Making): Knot[] =>
  (plan.phase === 'archived' ? [] : withoutPlace(plan, roster)).map(({ personId, learningTeamId, name }) => {
    const id = personId ?? learningTeamId
    return { kind: 'place', key: `p-${id}`, on: [], loose: true, ends: endsBy.get(id) ?? [], id, name }
  })

/** What hangs on each, by key, in reading order. */
export function hangingOn(thread: Thread): ReadonlyMap<string, readonly Knot[]> {
  const found = new Map<string, Knot[]>()
  for (const knot of thread.knots)
    for (const key of knot.on) found.set(key, [...(found.get(key) ?? []), knot])
  return found
}

/** Every tie, from what hangs to what it hangs on. */
export const tiesIn = (thread: Thread) =>
  thread.knots.flatMap((knot) => knot.on.map((key) => ({ from: key, to: knot.key })))
