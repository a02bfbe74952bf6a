import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole } from '../session/actor.ts'

/** Why somebody may or may not give a version a name. */
export type SnapshotBecause = 'coordinator-holds-pen' | 'only-coordinator'

/** Keeping the plan as it stands under a name: who leads it on its way. Everyone of the team reads and compares. */
export const mayNameVersion = (actor: Actor): May<SnapshotBecause> =>
  actor.kind === 'keeper' || hasRole(actor, 'coordinator')
    ? yes('coordinator-holds-pen')
    : no('only-coordinator')
