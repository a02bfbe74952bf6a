import type { SchoolYear } from '../kernel/school-year.ts'
import { isWithin } from '../kernel/school-year.ts'
import { budgetOf } from './budget.ts'
import { type Entry, isGoal, isWritten } from './entry.ts'
import type { LetLoose, LooseEndKind } from './let-loose.ts'
import { entryOf, MOST_PRINCIPLES, type Plan } from './plan.ts'
import { type Roster, withoutPlace } from './roster.ts'

/** What is not tied: a question, not a mistake. The subject is an entry, a vision line, a person or the plan. */
export type LooseEnd = {
  readonly kind: LooseEndKind
  readonly subjectId: string
  readonly letLoose: LetLoose | null
}

type Bare = Omit<LooseEnd, 'letLoose'>

/** All loose ends of a plan, in the order of the page; those let loose on purpose say so. */
export function looseEnds(plan: Plan, roster: Roster): LooseEnd[] {
  const found: Bare[] = [
    ...tooManyPrinciples(plan),
    ...bareLines(plan, roster),
    ...plan.entries.flatMap((entry) => untiedIn(entry, plan)),
    ...withoutPlace(plan, roster).map(
      (one): Bare =>
        one.personId === null
          ? { kind: 'learning-team-without-track', subjectId: one.learningTeamId }
          : { kind: 'person-without-track', subjectId: one.personId },
    ),
    ...hoursAbove(plan, roster),
  ]
  return found.map((end) => ({ ...end, letLoose: letLooseFor(plan, end) }))
}

/** Those that still ask for something. */
export const openEnds = (ends: readonly LooseEnd[]) => ends.filter((end) => end.letLoose === null)

const letLooseFor = (plan: Plan, end: Bare) =>
  plan.letLoose.find((let_) => let_.kind === end.kind && let_.subjectId === end.subjectId) ?? null

const tooManyPrinciples = (plan: Plan): Bare[] =>
  plan.principles.length > MOST_PRINCIPLES ? [{ kind: 'too-many-principles', subjectId: plan.id }] : []

function bareLines(plan: Plan, roster: Roster): Bare[] {
  const carrying = new Set(plan.entries.flatMap((entry) => entry.visionLineIds))
  return roster.visionLines
    .filter((line) => line.retiredAt === null && !carrying.has(line.id))
    .map((line) => ({ kind: 'line-carries-nothing', subjectId: line.id }))
}

function untiedIn(entry: Entry, plan: Plan): Bare[] {
  const kinds = isGoal(entry)
    ? [...untiedGoal(entry), ...untiedText(entry, plan.schoolYear)]
    : untiedTrack(entry, plan)
  return kinds.map((kind) => ({ kind, subjectId: entry.id }))
}

function* untiedGoal(entry: Entry): Iterable<LooseEndKind> {
  if (entry.visionLineIds.length === 0) yield 'goal-hangs-on-nothing'
  if (!isWritten(entry, 'executedBy') && !entry.people.some((person) => person.part === 'executor'))
    yield 'no-executor'
}

/** A track whose text the team does not see yet has one loose end, not five. */
function untiedTrack(entry: Entry, plan: Plan): LooseEndKind[] {
  const nobody = entry.personId === null && entry.learningTeamId === null
  if (nobody) return ['track-of-nobody']
  if (entry.agreedAt === null) return ['text-not-agreed']
  // A goal that was taken out of the plan carries nothing any more.
  const hangs = entry.visionLineIds.length > 0 || entryOf(plan, entry.parentId) !== null
  return [...(hangs ? [] : (['track-hangs-on-nothing'] as const)), ...untiedText(entry, plan.schoolYear)]
}

function* untiedText(entry: Entry, year: SchoolYear): Iterable<LooseEndKind> {
  if (!isWritten(entry, 'approach')) yield 'no-approach'
  if (entry.moments.length === 0) yield 'no-evaluation-day'
  else if (entry.moments.some((moment) => !isWithin(year, moment.onDay))) yield 'day-outside-year'
}

function hoursAbove(plan: Plan, roster: Roster): Bare[] {
  return budgetOf(plan, roster).over > 0 ? [{ kind: 'hours-above-budget', subjectId: plan.id }] : []
}
