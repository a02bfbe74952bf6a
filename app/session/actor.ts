import type { LearningTeamId, PersonId, SchoolId, SessionId } from '../kernel/id.ts'
import type { Language, Terms } from '../kernel/language.ts'

export const ROLES = ['coordinator', 'teacher', 'principal', 'expert', 'staff', 'administrator'] as const
export type Role = (typeof ROLES)[number]

export const isRole = (value: unknown): value is Role => ROLES.includes(value as Role)

/** Someone of a school who is signed in. One person can hold several roles. */
export type Member = {
  readonly kind: 'member'
  readonly schoolId: SchoolId
  readonly personId: PersonId
  readonly name: string
  readonly roles: readonly Role[]
  readonly learningTeams: readonly LearningTeamId[]
  readonly sessionId: SessionId
  /** The demo school: nothing leaves it, no mail and no invitations. */
  readonly demo: boolean
}

/** A program with a bearer token of one school. */
export type Program = { readonly kind: 'program'; readonly schoolId: SchoolId; readonly tokenId: string }

/** The product itself for one school: seeds, the command line, jobs. Never made from a request. */
export type Keeper = { readonly kind: 'keeper'; readonly schoolId: SchoolId }

/** Who acts. Every store function takes the actor and starts at the actor's school. */
export type Actor = Member | Program | Keeper

export const hasRole = (actor: Actor, role: Role) => actor.kind === 'member' && actor.roles.includes(role)

/** The person behind an act, for the record; null for a program or the product itself. */
export const personOf = (actor: Actor): PersonId | null => (actor.kind === 'member' ? actor.personId : null)

/** What a school chose, as far as every page needs it. */
export type SchoolFrame = {
  readonly id: SchoolId
  readonly name: string
  readonly revision: number
  readonly demo: boolean
  readonly coordinatorWord: 'ib' | 'kc'
  readonly teacherWord: 'leraar' | 'leerkracht'
}

/** What the desk hands to a page: who, in which language, with which words. */
export type Reader = {
  readonly actor: Member
  readonly school: SchoolFrame
  readonly language: Language
  readonly terms: Terms
}
