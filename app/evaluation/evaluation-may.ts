import { type May, no, yes } from '../kernel/refusal.ts'
import { type Entry, isGoal, ownersOf } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { type Because, isOwner } from '../plan/plan-may.ts'
import { mayComment } from '../plan/suggest-may.ts'
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
  | 'team-decides-here'
  | 'only-who-leads'

const isCoordinator = (actor: Actor) => actor.kind === 'keeper' || hasRole(actor, 'coordinator')

/** Not agreed by the team yet: there is nothing to look back on. */
const isWritten = ({ phase }: Pick<Plan, 'phase'>) =>
  phase === 'draft' || phase === 'input' || phase === 'decision'

/** A teacher's track is evaluated by its teacher; of goals the coordinator may write down what the team says. */
export function mayEvaluate(actor: Actor, plan: Pick<Plan, 'phase'>, entry: Entry): May<EvaluationBecause> {
  if (plan.phase === 'archived') return no('archived')
  if (isWritten(plan)) return no('not-adopted-yet')
  if (isGoal(entry)) return isCoordinator(actor) ? yes('coordinator-writes-goals') : no('only-coordinator')
  if (isOwner(actor, entry))
    return yes(entry.kind === 'teacher-track' ? 'own-track' : 'member-of-learning-team')
  if (!isCoordinator(actor)) return no(entry.kind === 'teacher-track' ? 'teacher-writes' : 'members-write')
  if (entry.kind === 'learning-team-track') return yes('coordinator-writes-goals')
  return ownersOf(entry).length === 0 ? yes('nobodys-track') : no('teacher-writes')
}

/**
 * What happens next, said in the room. A goal is the team's: who leads the meeting writes down what was decided. Of a
 * learning team its members say it, of a track its teacher, whoever leads.
 */
export function mayDecideNext(
  actor: Actor,
  plan: Pick<Plan, 'phase'>,
  entry: Entry,
  leads: boolean,
): May<EvaluationBecause> {
  if (plan.phase === 'archived') return no('archived')
  if (isWritten(plan)) return no('not-adopted-yet')
  if (isGoal(entry) || isNobodys(entry)) return leads ? yes('team-decides-here') : no('only-who-leads')
  if (actor.kind === 'member' && isOwner(actor, entry))
    return yes(entry.kind === 'teacher-track' ? 'own-track' : 'member-of-learning-team')
  return no(entry.kind === 'teacher-track' ? 'teacher-writes' : 'members-write')
}

const isNobodys = (entry: Entry) => entry.kind === 'teacher-track' && ownersOf(entry).length === 0

/** What a teacher learned is read by the team when the teacher shares the yield; else by teacher and coordinator. */
export function mayReadEvaluation(actor: Actor, entry: Entry): May<EvaluationBecause> {
  if (entry.kind !== 'teacher-track') return yes('team-reads')
  if (isOwner(actor, entry)) return yes('own-track')
  if (isReadByTeam(entry)) return yes('yield-is-shared')
  return isCoordinator(actor) ? yes('coordinator-reads-along') : no('not-shared')
}

/** What was learned in a track is the team's to read when its teacher stands behind it and shares the yield. */
export const isReadByTeam = ({ kind, agreedAt, shareChoice }: Entry) =>
  kind !== 'teacher-track' || (agreedAt !== null && shareChoice === 'share')

/** Talking about looking back: who reads it, as far as they may talk about the goal or track itself. */
export function mayTalkOfEvaluation(
  actor: Actor,
  plan: Pick<Plan, 'phase'>,
  entry: Entry,
): May<EvaluationBecause | Because> {
  const reads = mayReadEvaluation(actor, entry)
  if (!reads.may) return reads
  return isWritten(plan) ? no('not-adopted-yet') : mayComment(actor, plan, entry)
}

/** Other words for what the coordinator wrote down about a goal: the whole team. About a track nobody says them for you. */
export function maySuggestInEvaluation(
  actor: Actor,
  plan: Pick<Plan, 'phase'>,
  entry: Entry,
): May<EvaluationBecause | Because> {
  return isGoal(entry) ? mayTalkOfEvaluation(actor, plan, entry) : mayEvaluate(actor, plan, entry)
}

/** Next year's plan is begun by the coordinator, once this one was adopted. */
export function mayRollOver(actor: Actor, plan: Pick<Plan, 'phase'>): May<EvaluationBecause> {
  if (!isCoordinator(actor)) return no('only-coordinator')
  return isWritten(plan) ? no('not-adopted-yet') : yes('coordinator-writes-goals')
}
