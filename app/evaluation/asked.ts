import { type Entry, isGoal } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { isOwner } from '../plan/plan-may.ts'
import { type Actor, hasRole } from '../session/actor.ts'
import { type Evaluation, isSaid, type Time, timeOf } from './evaluation.ts'
import { lookAt, lookText, type TeamLook } from './team-look.ts'

/** What looking back still asks of one person. Nobody is asked about a colleague's track. */
export type Asked =
  | { readonly kind: 'entry'; readonly entry: Entry; readonly time: Time; readonly own: boolean }
  | { readonly kind: 'conditions' | 'answer'; readonly time: Time }

export const isLookingBack = ({ phase }: Pick<Plan, 'phase'>) =>
  phase === 'mid-evaluation' || phase === 'end-evaluation'

type Looked = {
  readonly plan: Plan
  readonly evaluations: readonly Evaluation[]
  readonly looks: readonly TeamLook[]
}

const isWritten = ({ evaluations }: Looked, entry: Entry, time: Time) =>
  evaluations.some((one) => one.entryId === entry.id && one.time === time && isSaid(one))

/** Own track and learning team for everybody, goals and conditions for the coordinator, an answer for the principal. */
export function askedOf(actor: Actor, looked: Looked): Asked[] {
  const { plan } = looked
  if (actor.kind !== 'member' || !isLookingBack(plan)) return []
  const time = timeOf(plan.phase)
  const own = plan.entries.filter((entry) => !isGoal(entry) && isOwner(actor, entry))
  const goals = hasRole(actor, 'coordinator') ? plan.entries.filter(isGoal) : []
  const open = (entries: readonly Entry[], isOwn: boolean): Asked[] =>
    entries
      .filter((entry) => !isWritten(looked, entry, time))
      .map((entry) => ({ kind: 'entry', entry, time, own: isOwn && entry.kind === 'teacher-track' }))
  return [...open(own, true), ...open(goals, false), ...conditionsAsked(actor, looked, time)]
}

function conditionsAsked(actor: Actor, { looks }: Looked, time: Time): Asked[] {
  const look = lookAt(looks, time)
  const written = lookText(look, 'conditions') !== ''
  const answered = lookText(look, 'conditionsAnswer') !== ''
  const isNoted = looks.some(({ notedAt, texts }) => notedAt !== null && texts.conditions)
  return [
    ...(hasRole(actor, 'coordinator') && !written ? [{ kind: 'conditions', time } as const] : []),
    ...(hasRole(actor, 'principal') && (written || isNoted) && !answered
      ? [{ kind: 'answer', time } as const]
      : []),
  ]
}

/** What of the whole team is still being written: goals and learning teams, never somebody's own track. */
export function stillWritten(looked: Looked): Entry[] {
  const { plan } = looked
  const time = timeOf(plan.phase)
  return isLookingBack(plan)
    ? plan.entries.filter((entry) => entry.kind !== 'teacher-track' && !isWritten(looked, entry, time))
    : []
}
