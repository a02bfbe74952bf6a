import type { PersonId } from '../kernel/id.ts'
import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole } from '../session/actor.ts'

/** Why somebody may or may not, with questions that come back. */
export type PatternBecause =
  | 'team-reads'
  | 'members-only'
  | 'is-coordinator'
  | 'coordinator-tends'
  | 'is-asker'
  | 'only-asker'

/** Numbers of the team as a whole are for everybody of the school; no program reads them. */
export const mayReadPatterns = (actor: Actor): May<PatternBecause> =>
  actor.kind === 'member' ? yes('team-reads') : no('members-only')

/** Letting a pattern rest, keeping it for the next plan, asking whether sentences may stand with it. */
export const mayTendPatterns = (actor: Actor): May<PatternBecause> =>
  hasRole(actor, 'coordinator') ? yes('is-coordinator') : no('coordinator-tends')

/** Whether a sentence may stand with its pattern, and taking that back: its asker, nobody else. */
export const mayAnswerText = (actor: Actor, asker: PersonId | null): May<PatternBecause> =>
  actor.kind === 'member' && actor.personId === asker ? yes('is-asker') : no('only-asker')
