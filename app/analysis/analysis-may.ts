import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole } from '../session/actor.ts'

/** Why somebody may or may not, with an analysis. */
export type AnalysisBecause =
  | 'is-coordinator'
  | 'coordinator-writes'
  | 'team-reads'
  | 'not-shared-yet'
  | 'members-only'

/** Beginning one, choosing what is in it, writing with it, taking the numbers of now, sharing it. */
export const mayWriteAnalysis = (actor: Actor): May<AnalysisBecause> =>
  hasRole(actor, 'coordinator') ? yes('is-coordinator') : no('coordinator-writes')

/** The list of analyses: everybody of the school; what is not shared does not stand in it. */
export const mayReadAnalyses = (actor: Actor): May<AnalysisBecause> =>
  actor.kind === 'member' ? yes('team-reads') : no('members-only')

/** One version of an analysis: everybody of the school once it is shared. */
export function mayReadVersion(
  actor: Actor,
  version: { readonly sharedAt: string | null },
): May<AnalysisBecause> {
  if (hasRole(actor, 'coordinator')) return yes('is-coordinator')
  if (actor.kind !== 'member') return no('members-only')
  return version.sharedAt === null ? no('not-shared-yet') : yes('team-reads')
}
