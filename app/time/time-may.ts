import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole } from '../session/actor.ts'

export type TimeBecause = 'own-time' | 'only-coordinator' | 'only-owner'

/** Writing down time: who coordinates, the own time alone. There is no registration of anybody else's. */
export const mayKeepTime = (actor: Actor): May<TimeBecause> =>
  hasRole(actor, 'coordinator') ? yes('own-time') : no('only-coordinator')

/** Reading, changing and taking away a piece of time: its owner, nobody else in whatever role. */
export function mayReadTime(actor: Actor, owner: string): May<TimeBecause> {
  if (!mayKeepTime(actor).may) return no('only-coordinator')
  return actor.kind === 'member' && actor.personId === owner ? yes('own-time') : no('only-owner')
}
