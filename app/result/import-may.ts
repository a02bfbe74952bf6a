import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole } from '../session/actor.ts'

/** Who brings test results in, and undoes that: the coordinator; the product itself for the demo school. */
export function mayImportResults(actor: Actor): May {
  if (actor.kind === 'keeper') return yes('keeper')
  return hasRole(actor, 'coordinator') ? yes('coordinator') : no('not-coordinator')
}
