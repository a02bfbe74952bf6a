import { dayOf, type Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { type Entry, type EvaluationMoment, isGoal, ownersOf } from '../plan/entry.ts'
import { adoptedAt, type Plan } from '../plan/plan.ts'
import { goalNumbers, type Lookup, trackName } from '../plan/plan-sheet.ts'
import type { YearMoment } from './year.ts'

/** The moments that a plan brings along: when it was adopted, and when each entry is looked back at. */
export function planMoments(plan: Plan, lookup: Lookup): YearMoment[] {
  const numbers = goalNumbers(plan)
  const changedAt = plan.changes.at(-1)?.at ?? ('1970-01-01T00:00:00.000Z' as Moment)
  return [
    ...adoption(plan),
    ...plan.entries.flatMap((entry) => {
      const about = isGoal(entry) ? (numbers.get(entry.id) ?? '') : trackName(entry, lookup)
      return evaluations(plan, entry, { about, changedAt, personIds: concerned(entry, lookup) })
    }),
  ]
}

function adoption(plan: Plan): YearMoment[] {
  const at = adoptedAt(plan)
  if (at === null) return []
  const day = dayOf(new Date(at))
  return [
    {
      ...BLANK,
      uid: `adopted-${plan.id}`,
      kind: 'adopted',
      from: day,
      to: day,
      href: `/plan/${plan.id}`,
      changedAt: at,
      source: { kind: 'plan', id: plan.id },
    },
  ]
}

const BLANK = { startsAt: null, endsAt: null, title: '', about: '', note: '', place: '', personIds: null }

type Shared = Pick<YearMoment, 'about' | 'changedAt' | 'personIds'>

/**
 * The days of an entry. A plan keeps them without a name of their own, so they are told apart by their occasion and by
 * their order: the second half-way evaluation of a track stays the second when it moves.
 */
function evaluations(plan: Plan, entry: Entry, shared: Shared): YearMoment[] {
  const counted = new Map<string, number>()
  return entry.moments
    .toSorted((one, other) => (one.onDay < other.onDay ? -1 : 1))
    .map(({ onDay, occasion }) => {
      const count = (counted.get(occasion) ?? 0) + 1
      counted.set(occasion, count)
      return {
        ...BLANK,
        ...shared,
        uid: evaluationUid(entry, occasion, count),
        kind: 'evaluation' as const,
        from: onDay,
        to: onDay,
        href: `/plan/${plan.id}?shown=${entry.id}#e-${entry.id}`,
        source: {
          kind: 'evaluation' as const,
          planId: plan.id,
          entryId: entry.id,
          occasion,
          isGoal: isGoal(entry),
        },
      }
    })
}

const evaluationUid = ({ id }: Entry, occasion: EvaluationMoment['occasion'], count: number) =>
  `evaluation-${id}-${occasion}-${count}`

/** A goal is of the whole team; a track of whose it is and of who agreed to support. */
function concerned(entry: Entry, { teams }: Lookup): PersonId[] | null {
  if (isGoal(entry)) return null
  const supports = entry.people.filter(({ part, agreedAt }) => part === 'support' && agreedAt !== null)
  const members = entry.learningTeamId ? (teams.get(entry.learningTeamId)?.memberIds ?? []) : []
  return [...new Set([...ownersOf(entry), ...members, ...supports.map(({ personId }) => personId)])]
}
