import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole } from '../session/actor.ts'
import type { FeedKind } from './feed.ts'

/** Why somebody may or may not have an address for a calendar. */
export type FeedBecause = 'own-calendar' | 'team-reads' | 'leads-the-school' | 'members-only' | 'few-stop-all'

/** An address of one's own: for what is one's own, and for the year of the team. Nobody makes one for another. */
export function mayFollow(actor: Actor, kind: FeedKind): May<FeedBecause> {
  if (actor.kind !== 'member') return no('members-only')
  return kind === 'own' ? yes('own-calendar') : yes('team-reads')
}

/** Stopping the team addresses of everybody at once, when one of them came in wrong hands. */
export function mayStopAll(actor: Actor): May<FeedBecause> {
  const leads = (['coordinator', 'principal', 'administrator'] as const).some((role) => hasRole(actor, role))
  return leads ? yes('leads-the-school') : no('few-stop-all')
}
