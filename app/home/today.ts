import type { Day } from '../kernel/day.ts'
import { dayOf } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'
import { firstDay } from '../kernel/school-year.ts'
import { type Entry, isGoal, isWritten, ownersOf, TEXTS_OF } from '../plan/entry.ts'
import { type LooseEnd, openEnds } from '../plan/loose-end.ts'
import { adoptedAt, isOpen, type Plan } from '../plan/plan.ts'
import { isOwner } from '../plan/plan-may.ts'
import { isWaiting, type Proposal } from '../plan/proposal.ts'
import { type Roster, withoutPlace } from '../plan/roster.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import { hasRole, type Member } from '../session/actor.ts'

/** What asks for somebody today. */
export type Ask =
  | { readonly kind: 'voice'; readonly decision: SeenDecision }
  | { readonly kind: 'proposal'; readonly entry: Entry; readonly proposal: Proposal }
  | { readonly kind: 'support'; readonly entry: Entry }
  | { readonly kind: 'start' | 'agree'; readonly entry: Entry }
  | { readonly kind: 'no-place' }
  | { readonly kind: 'placeless'; readonly names: readonly string[] }
  | { readonly kind: 'loose-ends'; readonly count: number }
  | { readonly kind: 'no-vision' }

export type TodaySheet = {
  readonly plan: Plan
  readonly roster: Roster
  readonly actor: Member
  readonly proposals: readonly Proposal[]
  readonly decisions: readonly SeenDecision[]
  readonly ends: readonly LooseEnd[]
  readonly today: Day
}

/** Then we say that it is enough. */
export const MOST_ASKS = 5

/** At most five things that ask for this person, what others wait for first. */
export function asksFor(sheet: TodaySheet): Ask[] {
  return [...waitingFor(sheet), ...ownTrack(sheet), ...forCoordinator(sheet)].slice(0, MOST_ASKS)
}

/** What others wait for: all that a plan of another year asks today. */
export const waitingFor = (sheet: WaitingSheet): Ask[] => [
  ...voices(sheet),
  ...proposals(sheet),
  ...support(sheet),
]

type WaitingSheet = Pick<TodaySheet, 'plan' | 'actor' | 'proposals' | 'decisions'>

const voices = ({ decisions }: WaitingSheet): Ask[] =>
  decisions
    .filter(({ standing, mine }) => standing.now.is === 'open' && mine.hasVoice && mine.answer === null)
    .map((decision) => ({ kind: 'voice', decision }))

const proposals = ({ plan, actor, proposals: all }: WaitingSheet): Ask[] =>
  all.filter(isWaiting).flatMap((proposal): Ask[] => {
    const entry = plan.entries.find(({ id }) => id === proposal.entryId)
    return entry && isOwner(actor, entry) ? [{ kind: 'proposal', entry, proposal }] : []
  })

const support = ({ plan, actor }: WaitingSheet): Ask[] =>
  plan.entries
    .filter((entry) =>
      entry.people.some(
        (one) =>
          one.part === 'support' && one.personId === actor.personId && !one.agreedAt && !one.declinedAt,
      ),
    )
    .map((entry) => ({ kind: 'support', entry }))

/** One's own track: to begin, or to stand behind; or no place at all yet. */
function ownTrack({ plan, roster, actor }: TodaySheet): Ask[] {
  if (!isOpen(plan.phase)) return []
  if (withoutPlace(plan, roster).some(({ personId }) => personId === actor.personId))
    return [{ kind: 'no-place' }]
  const own = ownTrackOf(plan, actor)
  if (!own || own.agreedAt !== null) return []
  return [{ kind: TEXTS_OF[own.kind].some((field) => isWritten(own, field)) ? 'agree' : 'start', entry: own }]
}

export const ownTrackOf = (plan: Plan, actor: Member) =>
  plan.entries.find((entry) => entry.kind === 'teacher-track' && ownersOf(entry).includes(actor.personId)) ??
  null

function forCoordinator({ plan, roster, actor, ends }: TodaySheet): Ask[] {
  if (!hasRole(actor, 'coordinator')) return []
  const asks: Ask[] = []
  const names = withoutPlace(plan, roster).flatMap(({ personId, name }) =>
    personId === actor.personId ? [] : [name],
  )
  if (roster.visionLines.length === 0) asks.push({ kind: 'no-vision' })
  if (names.length > 0) asks.push({ kind: 'placeless', names })
  const count = openEnds(ends).length
  if (count > 0) asks.push({ kind: 'loose-ends', count })
  return asks
}

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

const isNamedIn = (entry: Entry, actor: Member) =>
  isOwner(actor, entry) ||
  entry.people.some(({ personId, part }) => personId === actor.personId && part === 'support')

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
  const next = known.find(({ day }) => day >= today)
  return known.map((one) => ({ ...one, is: one === next ? 'next' : one.day < today ? 'past' : 'later' }))
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
