import { type May, no, yes } from '../kernel/refusal.ts'
import { type Entry, isGoal, ownersOf } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { isOwner } from '../plan/plan-may.ts'
import { type Actor, hasRole } from '../session/actor.ts'

/** Why somebody may or may not write or read an evaluation. */
export type EvaluationBecause =
  | 'own-track'
  | 'member-of-learning-team'
  | 'coordinator-writes-goals'
  | 'nobodys-track'
  | 'teacher-writes'
  | 'members-write'
  | 'only-coordinator'
  | 'not-adopted-yet'
  | 'archived'
  | 'team-reads'
  | 'yield-is-shared'
  | 'coordinator-reads-along'
  | 'not-shared'

const isCoordinator = (actor: Actor) => actor.kind === 'keeper' || hasRole(actor, 'coordinator')

/** A teacher's track is evaluated by its teacher; of goals the coordinator may write down what the team says. */
export function mayEvaluate(actor: Actor, plan: Pick<Plan, 'phase'>, entry: Entry): May<EvaluationBecause> {
  if (plan.phase === 'archived') return no('archived')
  if (plan.phase === 'draft' || plan.phase === 'input' || plan.phase === 'decision')
    return no('not-adopted-yet')
  if (isGoal(entry)) return isCoordinator(actor) ? yes('coordinator-writes-goals') : no('only-coordinator')
  if (isOwner(actor, entry))
    return yes(entry.kind === 'teacher-track' ? 'own-track' : 'member-of-learning-team')
  if (!isCoordinator(actor)) return no(entry.kind === 'teacher-track' ? 'teacher-writes' : 'members-write')
  if (entry.kind === 'learning-team-track') return yes('coordinator-writes-goals')
  return ownersOf(entry).length === 0 ? yes('nobodys-track') : no('teacher-writes')
}

/** What a teacher learned is read by the team when the teacher shares the yield; else by teacher and coordinator. */
export function mayReadEvaluation(actor: Actor, entry: Entry): May<EvaluationBecause> {
  if (entry.kind !== 'teacher-track') return yes('team-reads')
  if (isOwner(actor, entry)) return yes('own-track')
  if (entry.agreedAt !== null && entry.shareChoice === 'share') return yes('yield-is-shared')
  return isCoordinator(actor) ? yes('coordinator-reads-along') : no('not-shared')
}

/** Next year's plan is begun by the coordinator, once this one was adopted. */
export function mayRollOver(actor: Actor, plan: Pick<Plan, 'phase'>): May<EvaluationBecause> {
  if (!isCoordinator(actor)) return no('only-coordinator')
  const isWritten = plan.phase === 'draft' || plan.phase === 'input' || plan.phase === 'decision'
  return isWritten ? no('not-adopted-yet') : yes('coordinator-writes-goals')
}
