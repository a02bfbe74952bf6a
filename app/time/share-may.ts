import { type May, no, type Refusal, yes } from '../kernel/refusal.ts'
import type { Plan } from '../plan/plan.ts'
import type { Actor } from '../session/actor.ts'
import { isSeenByTeam, type Shared, type ShareRefusal } from './share.ts'
import { mayKeepTime } from './time-may.ts'

/** Why somebody may or may not share, read or withdraw. */
export type ShareBecause = 'own-time' | 'only-coordinator' | 'only-owner' | 'shared-with-team' | 'not-yet'

/** Every way in which sharing is refused. */
export type ShareNo = Refusal<ShareRefusal> | { readonly refused: 'may-not'; readonly because: ShareBecause }

/** Sharing proportions of the own time: who keeps one. */
export const mayShare = (actor: Actor): May<ShareBecause> =>
  mayKeepTime(actor).may ? yes('own-time') : no('only-coordinator')

/** Reading what was shared: its owner, and the team of the school from when it was shared with it. No program. */
export function mayReadShared(actor: Actor, shared: Shared, plan: Pick<Plan, 'phase'>): May<ShareBecause> {
  if (actor.kind === 'program') return no('only-owner')
  if (actor.kind === 'member' && actor.personId === shared.personId) return yes('own-time')
  return isSeenByTeam(shared, plan) ? yes('shared-with-team') : no('not-yet')
}

/** Taking it back: whose time it is, also without coordinating any more. */
export const mayWithdraw = (actor: Actor, { personId }: Pick<Shared, 'personId'>): May<ShareBecause> =>
  actor.kind === 'member' && actor.personId === personId ? yes('own-time') : no('only-owner')
