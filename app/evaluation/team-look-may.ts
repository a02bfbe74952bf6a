import { type May, no, type Refusal, yes } from '../kernel/refusal.ts'
import { isOpen, type Plan } from '../plan/plan.ts'
import { type Actor, hasRole } from '../session/actor.ts'
import type { PassageRefusal } from '../writing/passage.ts'
import type { LookField, TeamLookRefusal } from './team-look.ts'

/** Why somebody may or may not write what the team says together. */
export type TeamLookBecause =
  | 'said-in-the-room'
  | 'only-in-the-room'
  | 'coordinator-writes'
  | 'only-coordinator'
  | 'principal-answers'
  | 'only-principal'
  | 'not-adopted-yet'
  | 'archived'

/** Every way in which what the team says together is refused. */
export type TeamLookNo =
  | Refusal<TeamLookRefusal>
  | PassageRefusal
  | { readonly refused: 'may-not'; readonly because: TeamLookBecause }

/**
 * The team's words about the coordinator's part are written down in the room, by who leads the meeting: the coordinator
 * writes no review of the own work. About the plan the coordinator may write them down afterwards too. Conditions are
 * the coordinator's own words, the answer to them is the principal's. Everybody of the school reads all of it.
 */
export function mayWriteLook(
  actor: Actor,
  plan: Pick<Plan, 'phase'>,
  field: LookField,
  leads = false,
): May<TeamLookBecause> {
  const open = isTimeToLook(plan)
  if (!open.may) return open
  if (field === 'conditions')
    return hasRole(actor, 'coordinator') ? yes('coordinator-writes') : no('only-coordinator')
  if (field === 'conditionsAnswer')
    return hasRole(actor, 'principal') ? yes('principal-answers') : no('only-principal')
  if (leads) return yes('said-in-the-room')
  return field === 'planItself' && hasRole(actor, 'coordinator')
    ? yes('coordinator-writes')
    : no('only-in-the-room')
}

/** Principles to keep or let go, themes that become a goal: decided in the room. */
export function mayChooseTogether(plan: Pick<Plan, 'phase'>, leads: boolean): May<TeamLookBecause> {
  const open = isTimeToLook(plan)
  if (!open.may) return open
  return leads ? yes('said-in-the-room') : no('only-in-the-room')
}

function isTimeToLook({ phase }: Pick<Plan, 'phase'>): May<TeamLookBecause> {
  if (phase === 'archived') return no('archived')
  return isOpen(phase) || phase === 'decision' ? no('not-adopted-yet') : yes('said-in-the-room')
}
