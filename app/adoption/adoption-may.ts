import { type May, no, yes } from '../kernel/refusal.ts'
import { mayLead } from '../round/round-may.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import { type Actor, hasRole } from '../session/actor.ts'

/** Why somebody may or may not, on the way to adoption. */
export type AdoptionBecause =
  | 'coordinator-puts-forward'
  | 'only-coordinator'
  | 'leads-the-round'
  | 'only-who-leads'
  | 'coordinator-holds-pen'

/** Putting the plan to the team: the coordinator. What comes of it is the team's. */
export const mayPutForward = (actor: Actor): May<AdoptionBecause> =>
  hasRole(actor, 'coordinator') ? yes('coordinator-puts-forward') : no('only-coordinator')

/** A new round on an item: who leads it, and the coordinator, who holds the pen of what is decided. */
export function mayRenew(actor: Actor, decision: Pick<SeenDecision, 'frame'>): May<AdoptionBecause> {
  if (hasRole(actor, 'coordinator')) return yes('coordinator-holds-pen')
  return mayLead(decision, actor).may ? yes('leads-the-round') : no('only-who-leads')
}

/** Sealing what the team decided: the coordinator, or who led the decision on the whole. */
export function maySeal(actor: Actor, decision: Pick<SeenDecision, 'frame'>): May<AdoptionBecause> {
  return mayRenew(actor, decision)
}

/** Saying to have read a sealed version: everybody of the school, each for oneself. */
export const mayConfirmRead = (actor: Actor): May<'reads-oneself' | 'only-a-person'> =>
  actor.kind === 'member' ? yes('reads-oneself') : no('only-a-person')

/** Erasing a text whose term has come: who keeps the school's data, and the product itself. */
export const mayErase = (actor: Actor): May<AdoptionBecause> =>
  actor.kind === 'keeper' || hasRole(actor, 'administrator') || hasRole(actor, 'coordinator')
    ? yes('coordinator-holds-pen')
    : no('only-coordinator')
