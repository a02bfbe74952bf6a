import { type May, no, type Refusal, yes } from '../kernel/refusal.ts'
import type { Entry } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { type Because, isOwner, mayReadTexts, mayTie } from '../plan/plan-may.ts'
import { type Actor, hasRole } from '../session/actor.ts'
import type { YearReason } from './year.ts'

/** Why somebody may or may not plan the year. */
export type YearBecause =
  | 'team-reads'
  | 'coordinator-plans'
  | 'principal-plans'
  | 'administrator-plans'
  | 'the-product'
  | 'few-plan'
  | 'members-only'
  | 'colleague-proposes'
  | 'decides-already'
  | 'nobody-to-ask'
  | 'own-track-answers'
  | 'only-owner-answers'

/** Every way in which an act on the year is refused. */
export type YearNo =
  | Refusal<YearReason>
  | { readonly refused: 'may-not'; readonly because: YearBecause | Because }

/** The whole team reads the year. */
export const mayReadYear = (actor: Actor): May<YearBecause> =>
  actor.kind === 'program' ? no('members-only') : yes('team-reads')

/** What stands in the year, its holidays and its template: coordinator, principal and administrator. */
export function mayPlanYear(actor: Actor): May<YearBecause> {
  if (actor.kind === 'keeper') return yes('the-product')
  if (actor.kind === 'program') return no('members-only')
  if (hasRole(actor, 'coordinator')) return yes('coordinator-plans')
  if (hasRole(actor, 'principal')) return yes('principal-plans')
  return hasRole(actor, 'administrator') ? yes('administrator-plans') : no('few-plan')
}

/** The day on which an entry is looked back at: whoever may say how it is tied, nobody else. */
export const mayMoveEvaluation = (actor: Actor, plan: Pick<Plan, 'phase'>, entry: Entry): May<Because> =>
  mayTie(actor, plan, entry)

/**
 * Another day for a track, laid before whose track it is: by who plans the year. Of a goal nobody is asked: its day is
 * the team's.
 */
export function mayProposeDay(
  actor: Actor,
  plan: Pick<Plan, 'phase'>,
  entry: Entry,
): May<YearBecause | Because> {
  if (mayMoveEvaluation(actor, plan, entry).may) return no('decides-already')
  const may = mayPlanYear(actor)
  if (!may.may) return may
  if (plan.phase === 'archived') return no('archived')
  if (entry.kind === 'general-goal' || entry.kind === 'team-goal') return no('by-amendment')
  if (!mayReadTexts(actor, entry).may) return no('not-agreed-yet')
  return entry.personId === null && entry.learningTeamId === null
    ? no('nobody-to-ask')
    : yes('colleague-proposes')
}

/** Saying yes to a day that was proposed, or choosing another one: whose track it is. */
export const mayAnswerDay = (actor: Actor, entry: Entry): May<YearBecause> =>
  actor.kind === 'member' && isOwner(actor, entry) ? yes('own-track-answers') : no('only-owner-answers')
