import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole } from '../session/actor.ts'
import type { Audience } from './suppress.ts'

/** Why somebody may or may not see the trends of the school. */
export type TrendsBecause = 'team-reads' | 'members-only'

/** Figures over groups are for everybody of the team alike; nothing of a pupil is among them. */
export const mayReadTrends = (actor: Actor): May<TrendsBecause> =>
  actor.kind === 'member' ? yes('team-reads') : no('members-only')

/** With whose eyes somebody reads: the school's own coordinator sees small groups as well, with a warning. */
export const audienceFor = (actor: Actor): Audience =>
  hasRole(actor, 'coordinator') ? 'coordinator' : 'team'
