import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole } from '../session/actor.ts'

export type ContextBecause =
  | 'team-reads'
  | 'members-only'
  | 'coordinator'
  | 'principal'
  | 'keeper'
  | 'coordinator-or-principal'

/** Weighting, spread and numbers are said of the school as a whole, and are public: everybody of the team reads them. */
export const mayReadContext = (actor: Actor): May<ContextBecause> =>
  actor.kind === 'member' ? yes('team-reads') : no('members-only')

/** Who fills them in: the coordinator and the principal; the product itself for the demo school. */
export function mayChangeContext(actor: Actor): May<ContextBecause> {
  if (actor.kind === 'keeper') return yes('keeper')
  if (hasRole(actor, 'coordinator')) return yes('coordinator')
  return hasRole(actor, 'principal') ? yes('principal') : no('coordinator-or-principal')
}
