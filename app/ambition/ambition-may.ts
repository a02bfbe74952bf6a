import type { LearningTeamId } from '../kernel/id.ts'
import { type May, no, type Refusal, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole } from '../session/actor.ts'
import type { AmbitionRefusal } from './ambition.ts'
import type { Unlikely } from './unlikely.ts'

/** Why somebody may or may not, with ambitions; each has a sentence in `ambition-no-text.ts`. */
export type AmbitionBecause =
  | 'team-reads'
  | 'members-only'
  | 'is-coordinator'
  | 'in-learning-team'
  | 'not-in-learning-team'
  | 'coordinator-for-all'

export type AmbitionNo =
  | Refusal<AmbitionRefusal>
  | { readonly refused: 'may-not'; readonly because: AmbitionBecause }
  | { readonly refused: 'to-asked'; readonly field: 'to'; readonly asks: Unlikely }

/** What a team wants to reach is for everybody of the school; no program reads it. */
export const mayReadAmbitions = (actor: Actor): May<AmbitionBecause> =>
  actor.kind === 'program' ? no('members-only') : yes('team-reads')

/**
 * Making one, changing how high and by when, closing it, saying of which goal it is: the learning team whose it is, and
 * who coordinates. One of the whole team: who coordinates.
 */
export function mayKeepAmbition(actor: Actor, teamId: LearningTeamId | null): May<AmbitionBecause> {
  if (actor.kind === 'program') return no('members-only')
  if (actor.kind === 'keeper' || hasRole(actor, 'coordinator')) return yes('is-coordinator')
  if (teamId === null) return no('coordinator-for-all')
  return actor.learningTeams.includes(teamId) ? yes('in-learning-team') : no('not-in-learning-team')
}

/** Of a learning team that one is in, or, for who coordinates, of any. */
export const mayMakeAmbitions = (actor: Actor): May<AmbitionBecause> => {
  if (actor.kind === 'member' && actor.learningTeams.length > 0 && !hasRole(actor, 'coordinator'))
    return yes('in-learning-team')
  return mayKeepAmbition(actor, null)
}
