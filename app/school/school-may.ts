import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole, type Role } from '../session/actor.ts'
import type { Person } from './person.ts'

export type SchoolBecause =
  | 'is-coordinator'
  | 'is-administrator'
  | 'is-principal'
  | 'is-oneself'
  | 'is-the-product'
  | 'coordinator-manages'
  | 'frames-are-the-principals'
  | 'administrator-alone'
  | 'demo-stays-inside'
  | 'has-left'
  | 'has-no-email'
  | 'is-a-program'

type SchoolMay = May<SchoolBecause>

/** Team, groups, learning teams, vision and the school's words: coordinator and administrator, nobody else. */
export function mayManageSchool(actor: Actor): SchoolMay {
  if (actor.kind === 'keeper') return yes('is-the-product')
  if (actor.kind === 'program') return no('is-a-program')
  if (hasRole(actor, 'coordinator')) return yes('is-coordinator')
  if (hasRole(actor, 'administrator')) return yes('is-administrator')
  return no('coordinator-manages')
}

/** The frames: hours of the coordinator and the number of pupils. The principal gives them too. */
export function mayGiveFrames(actor: Actor): SchoolMay {
  const manage = mayManageSchool(actor)
  if (manage.may) return manage
  return hasRole(actor, 'principal') ? yes('is-principal') : no('frames-are-the-principals')
}

/** One's own name is one's own; the rest of the team list belongs to who keeps it. */
export function mayRename(actor: Actor, person: Person): SchoolMay {
  if (actor.kind === 'member' && actor.personId === person.id) return yes('is-oneself')
  return mayManageSchool(actor)
}

/** Only an administrator makes or unmakes administrators: a coordinator can't take the server's keys alone. */
export function mayGiveRole(actor: Actor, role: Role): SchoolMay {
  const manage = mayManageSchool(actor)
  if (!manage.may || role !== 'administrator' || actor.kind !== 'member') return manage
  return hasRole(actor, 'administrator') ? yes('is-administrator') : no('administrator-alone')
}

/** An address opens the door: an administrator's is for administrators to change, and for that person. */
export function mayGiveAddress(actor: Actor, person: Pick<Person, 'id' | 'roles'>): SchoolMay {
  const manage = mayManageSchool(actor)
  if (!manage.may || actor.kind !== 'member' || actor.personId === person.id) return manage
  return person.roles.includes('administrator') ? mayGiveRole(actor, 'administrator') : manage
}

/** Inviting by mail. Nothing ever leaves the demo school. */
export function mayInvite(actor: Actor, person: Person): SchoolMay {
  if (actor.kind === 'member' && actor.demo) return no('demo-stays-inside')
  if (person.leftOn !== null) return no('has-left')
  const manage = mayManageSchool(actor)
  if (!manage.may) return manage
  return person.email === null ? no('has-no-email') : manage
}

/** Tokens for programs read the whole plan, so an administrator makes them. */
export const mayMakeTokens = (actor: Actor): SchoolMay =>
  hasRole(actor, 'administrator') ? yes('is-administrator') : no('administrator-alone')
