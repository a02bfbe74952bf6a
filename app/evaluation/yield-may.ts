import type { PersonId } from '../kernel/id.ts'
import { type May, no, type Refusal, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole } from '../session/actor.ts'
import type { YieldRefusal } from './yield.ts'

/** Why somebody may or may not make or end a promise. */
export type YieldBecause = 'own-promise' | 'written-down-in-the-room' | 'colleague-left' | 'only-own-promise'

/** Every way in which a promise is refused. */
export type YieldNo =
  | Refusal<YieldRefusal | 'stale'>
  | { readonly refused: 'may-not'; readonly because: YieldBecause }

/**
 * A promise is of who does it. In the room who leads writes down what a colleague promises there; nobody promises
 * something for a colleague who is not in the room.
 */
export function mayPromise(actor: Actor, person: PersonId, leads = false): May<YieldBecause> {
  if (actor.kind === 'member' && actor.personId === person) return yes('own-promise')
  return leads ? yes('written-down-in-the-room') : no('only-own-promise')
}

/** Done or let go: whose it is, who leads in the room, and of somebody who left the coordinator. */
export function mayEndPromise(
  actor: Actor,
  person: PersonId,
  hasLeft: boolean,
  leads = false,
): May<YieldBecause> {
  const may = mayPromise(actor, person, leads)
  if (may.may) return may
  return hasLeft && hasRole(actor, 'coordinator') ? yes('colleague-left') : may
}
