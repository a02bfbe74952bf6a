import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole } from '../session/actor.ts'
import { type Entry, isGoal, ownersOf } from './entry.ts'
import type { Plan } from './plan.ts'
import { type Because, isOwner, mayPropose, mayReadTexts, mayWritePlan } from './plan-may.ts'

type PlanPhase = Pick<Plan, 'phase'>

/**
 * Commenting and suggesting on a text of an entry: of a goal the whole team while the plan takes input, of a track its
 * owner, the coordinator and whom the owner invited. Who does not read the text says nothing about it.
 */
export function maySuggest(actor: Actor, plan: PlanPhase, entry: Entry): May<Because> {
  if (isGoal(entry)) return maySuggestOnGoals(actor, plan)
  const reads = mayReadTexts(actor, entry)
  if (!reads.may && actor.kind !== 'program') return reads
  if (plan.phase === 'archived') return no('archived')
  if (isOwner(actor, entry))
    return yes(entry.kind === 'teacher-track' ? 'own-track' : 'member-of-learning-team')
  if (ownersOf(entry).length > 0) return mayPropose(actor, plan, entry)
  return hasRole(actor, 'coordinator') || actor.kind === 'program'
    ? yes('only-proposes')
    : isInvited(actor, entry)
      ? yes('invited-by-teacher')
      : no('not-invited')
}

/** Of principles and goals: in phase input everyone of the team. */
export function maySuggestOnGoals(actor: Actor, plan: PlanPhase): May<Because> {
  const writes = mayWritePlan(actor, plan)
  if (writes.may || plan.phase !== 'input') return writes
  return actor.kind === 'program' ? no('only-proposes') : yes('anyone-of-team')
}

const isInvited = (actor: Actor, entry: Entry) =>
  actor.kind === 'member' &&
  entry.people.some((named) => named.part === 'invited' && named.personId === actor.personId)
