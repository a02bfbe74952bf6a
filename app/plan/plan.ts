import type { Moment } from '../kernel/day.ts'
import type { DecisionId, EntryId, Id, PersonId, PlanId, PrincipleId, SchoolId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Passage } from '../writing/passage.ts'
import type { PreventiveAim } from './aim.ts'
import type { Entry, EntryKind } from './entry.ts'
import type { LetLoose } from './let-loose.ts'

export const PHASES = [
  'draft',
  'input',
  'decision',
  'adopted',
  'mid-evaluation',
  'end-evaluation',
  'archived',
] as const
export type Phase = (typeof PHASES)[number]

/** Each move is a record: who, when, why; a move to adopted names the decision. */
export type PhaseChange = {
  readonly id: Id<'phase-change'>
  readonly from: Phase | null
  readonly to: Phase
  readonly why: string
  readonly decisionId: DecisionId | null
  readonly at: Moment
  readonly by: PersonId | null
}

export type Principle = {
  readonly id: PrincipleId
  /** The number in Greven's list from which it was picked, or null for own words. */
  readonly preset: string | null
  readonly position: number
  readonly text: Passage
  /** The note of the talk about it at adoption. */
  readonly talk: Passage | null
  /** Null: new this year. */
  readonly carriedFrom: PrincipleId | null
}

export const MOST_PRINCIPLES = 5

export type Plan = {
  readonly id: PlanId
  readonly schoolId: SchoolId
  readonly schoolYear: SchoolYear
  readonly title: string
  readonly phase: Phase
  readonly revision: number
  readonly previousPlanId: PlanId | null
  readonly changes: readonly PhaseChange[]
  readonly principles: readonly Principle[]
  readonly entries: readonly Entry[]
  readonly letLoose: readonly LetLoose[]
  /** The share of the coordinator's time for preventing, in whole percent, adopted with the plan; null: none. */
  readonly preventiveAim: PreventiveAim | null
  /** Hours a week that the coordinator keeps for care and consultation, and for what comes; null: not said. */
  readonly careHours: number | null
  readonly roomHours: number | null
}

/** The short row of a plan, for lists. */
export type PlanLine = Pick<Plan, 'id' | 'schoolYear' | 'title' | 'phase' | 'revision'>

export const entriesOf = (plan: Plan, ...kinds: EntryKind[]) =>
  plan.entries.filter((entry) => kinds.includes(entry.kind))
export const entryOf = (plan: Plan, id: EntryId | null) =>
  plan.entries.find((entry) => entry.id === id) ?? null

/** The moves that the coordinator may make; to adopted leads only a decision of the team. */
export const MOVES: Readonly<Record<Phase, readonly Phase[]>> = {
  draft: ['input'],
  input: ['draft', 'decision'],
  decision: ['input'],
  adopted: ['mid-evaluation', 'input'],
  'mid-evaluation': ['end-evaluation', 'input'],
  'end-evaluation': ['archived', 'mid-evaluation'],
  archived: [],
}

/** While the plan is being written: principles, goals and the coordinator's effort can change. */
export const isOpen = (phase: Phase) => phase === 'draft' || phase === 'input'

/** Adopted and not yet looked back at as a whole: now what was agreed can change, by an amendment. */
export const takesAmendments = (phase: Phase) => phase === 'adopted' || phase === 'mid-evaluation'

/** From adoption until the plan is closed or opened anew: what is sealed is what was agreed. */
export const isAdopted = (phase: Phase) => takesAmendments(phase) || phase === 'end-evaluation'

/** The day on which the team last adopted the plan, by the record of that move; null before. */
export const adoptedAt = (plan: Plan): Moment | null =>
  plan.changes.findLast((change) => change.to === 'adopted')?.at ?? null

export type PlanRefusal =
  | 'sixth-principle'
  | 'year-taken'
  | 'no-such-move'
  | 'reason-missing'
  | 'principle-empty'
  | 'principle-known'
  | 'no-such-field'
  | 'text-too-long'
  | 'has-track-already'
  | 'day-unknown'
  | 'day-twice'
  | 'hours-unknown'
  | 'line-unknown'
  | 'person-unknown'
  | 'goal-unknown'
  | 'name-missing'
  | 'already-answered'
  | 'nothing-proposed'
  | 'proposal-open'
  | 'nothing-to-agree'
  | 'stale'
  | 'kind-unknown'
  | 'year-unknown'
  | 'hangs-on-itself'
  | 'aim-unknown'
  | 'week-hours-unknown'
