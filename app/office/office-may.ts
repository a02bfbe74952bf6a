import type { PersonId } from '../kernel/id.ts'
import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole, personOf } from '../session/actor.ts'
import { type Appointment, isOfTwo } from './appointment.ts'

/** Why somebody may or may not; each has a sentence in both languages. */
export type OfficeBecause =
  | 'own-days'
  | 'members-only'
  | 'own-hours'
  | 'coordinators-hours'
  | 'door-of-the-team'
  | 'coordinator-comes'
  | 'of-the-two'
  | 'between-these-two'
  | 'leads-the-school'
  | 'leaders-set-it'
  | 'whom-to-go-to'

/** On which days one is in school: each for oneself, whatever the role. */
export const mayTellDays = (actor: Actor): May<OfficeBecause> =>
  actor.kind === 'member' ? yes('own-days') : no('members-only')

/** Who is in school is for the colleagues to see; programs get nothing of it. */
export const maySeeDays = (actor: Actor): May<OfficeBecause> =>
  actor.kind === 'program' ? no('members-only') : yes('whom-to-go-to')

/** Office hours, days off, and who stands in: a coordinator, for oneself. */
export const mayKeepHours = (actor: Actor): May<OfficeBecause> =>
  hasRole(actor, 'coordinator') ? yes('own-hours') : no('coordinators-hours')

/** Taking a turn in office hours: everybody of the team. */
export const mayBook = (actor: Actor): May<OfficeBecause> =>
  actor.kind === 'member' ? yes('door-of-the-team') : no('members-only')

/** Coming by at a moment outside the office hours: a coordinator. Else a colleague would fill another one's day. */
export const mayComeBy = (actor: Actor): May<OfficeBecause> =>
  hasRole(actor, 'coordinator') ? yes('coordinator-comes') : no('coordinators-hours')

/** Reading, moving and calling off: the two who meet, whatever role somebody else has. */
export const mayReadAppointment = (actor: Actor, appointment: Appointment): May<OfficeBecause> =>
  isOfTwo(appointment, personOf(actor)) ? yes('of-the-two') : no('between-these-two')

/** The appointments of a person: one's own; the product itself those of anybody, to write a calendar or a letter. */
export const mayListOf = (actor: Actor, person: PersonId | null): boolean =>
  person !== null && (actor.kind === 'keeper' || personOf(actor) === person)

/** To whom one goes when somebody is not safe: read by everybody of the school. */
export const mayReadSafe = (actor: Actor): May<OfficeBecause> =>
  actor.kind === 'program' ? no('members-only') : yes('whom-to-go-to')

/** Who they are is set by coordinator, principal and administrator. */
export function maySetSafe(actor: Actor): May<OfficeBecause> {
  if (actor.kind === 'keeper') return yes('leads-the-school')
  const leads = (['coordinator', 'principal', 'administrator'] as const).some((role) => hasRole(actor, role))
  return leads ? yes('leads-the-school') : no('leaders-set-it')
}
