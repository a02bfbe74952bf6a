import { type May, no, yes } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'

/** Why somebody may or may not see the map of the team. */
export type MapBecause = 'team-reads' | 'members-only'

/**
 * The map is for everybody of the team alike, whatever their role: it holds what colleagues wrote of themselves for the
 * team, tracks that the reader reads, and ties that both of two let the team see.
 */
export const mayReadMap = (actor: Actor): May<MapBecause> =>
  actor.kind === 'member' ? yes('team-reads') : no('members-only')
