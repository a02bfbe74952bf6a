import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole } from '../session/actor.ts'
import { type Entry, isGoal, ownersOf } from './entry.ts'
import type { Plan } from './plan.ts'
import { type Because, isOwner, mayHoldPen, mayPropose, mayReadTexts, mayWritePlan } from './plan-may.ts'

type PlanPhase = Pick<Plan, 'phase'>

/**
 * Suggesting another text of an entry: of a goal the whole team while the plan takes input, of a track the coordinator
 * and whom its owner invited. Who does not read the text says nothing about it.
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

/** Commenting on a text of an entry: until the plan is closed, also on what was agreed. */
export function mayComment(actor: Actor, plan: PlanPhase, entry: Entry): May<Because> {
  if (isGoal(entry)) return mayCommentOnGoals(actor, plan)
  if (plan.phase === 'archived') return no('archived')
  if (actor.kind === 'program') return no('only-proposes')
  const reads = mayReadTexts(actor, entry)
  if (!reads.may) return reads
  if (isOwner(actor, entry))
    return yes(entry.kind === 'teacher-track' ? 'own-track' : 'member-of-learning-team')
  if (isInvited(actor, entry)) return yes('invited-by-teacher')
  return hasRole(actor, 'coordinator') ? yes('anyone-of-team') : no('not-invited')
}

/** Of principles and goals: everyone of the team, from the moment on which the plan takes input. */
export function mayCommentOnGoals(actor: Actor, plan: PlanPhase): May<Because> {
  if (plan.phase === 'archived') return no('archived')
  if (actor.kind === 'program') return no('only-proposes')
  return plan.phase === 'draft' ? mayWritePlan(actor, plan) : yes('anyone-of-team')
}

/** Leaving a suggestion aside, also when the text is closed: whose track it is, of a goal the coordinator. */
export function mayDecline(actor: Actor, plan: PlanPhase, entry: Entry): May<Because> {
  if (isGoal(entry)) return mayDeclineOnGoals(actor, plan)
  return plan.phase === 'archived' ? no('archived') : mayHoldPen(actor, entry)
}

/** Of principles and goals. */
export function mayDeclineOnGoals(actor: Actor, plan: PlanPhase): May<Because> {
  if (plan.phase === 'archived') return no('archived')
  return hasRole(actor, 'coordinator') ? yes('coordinator-holds-pen') : no('only-coordinator')
}

const isInvited = (actor: Actor, entry: Entry) =>
  actor.kind === 'member' &&
  entry.people.some((named) => named.part === 'invited' && named.personId === actor.personId)
