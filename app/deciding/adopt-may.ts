import { type May, no, yes } from '../kernel/refusal.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { Seat } from '../meeting/seat.ts'
import { hasRole } from '../session/actor.ts'

/** Closing the adoption of the plan: who chaired the meeting that decided on it, and the coordinator; with a session. */
export function mayAdopt(
  seat: Seat,
  meeting: Pick<Meeting, 'chair'>,
): May<'chair' | 'coordinator' | 'only-chair-adopts'> {
  if (seat.person === null || seat.via !== 'session') return no('only-chair-adopts')
  if (seat.person === meeting.chair) return yes('chair')
  return hasRole(seat.actor, 'coordinator') ? yes('coordinator') : no('only-chair-adopts')
}
