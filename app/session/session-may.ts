import type { PersonId } from '../kernel/id.ts'
import { type May, no, yes } from '../kernel/refusal.ts'
import { hasRole, type Member } from './actor.ts'

export type HelpBecause = 'administrator' | 'no-administrator' | 'yourself' | 'demo-school'

/** Whether somebody may help a colleague back in: a one-time link on the screen, or a second factor taken away. */
export function mayHelpIn(actor: Member, personId: PersonId): May<HelpBecause> {
  if (actor.demo) return no('demo-school')
  if (actor.personId === personId) return no('yourself')
  return hasRole(actor, 'administrator') ? yes('administrator') : no('no-administrator')
}

/** The second factor is for who can open more than their own work. */
export const isAskedForSecondFactor = (actor: Member) =>
  !actor.demo && (hasRole(actor, 'administrator') || hasRole(actor, 'coordinator'))
