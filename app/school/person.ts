import type { Day, Moment } from '../kernel/day.ts'
import type { GroupId, LearningTeamId, PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { ROLES, type Role } from '../session/actor.ts'
import { lineOf } from './line.ts'

/** Somebody of the school. Who left keeps the name in old plans and has no access. */
export type Person = {
  readonly id: PersonId
  readonly name: string
  readonly email: string | null
  readonly roles: readonly Role[]
  readonly groups: readonly GroupId[]
  readonly learningTeams: readonly LearningTeamId[]
  /** When this person first signed in; null: not yet. */
  readonly joinedAt: Moment | null
  /** The last day at the school; null: still here. */
  readonly leftOn: Day | null
}

export type PersonReason =
  | 'person-name-empty'
  | 'person-name-odd'
  | 'email-empty'
  | 'email-shape'
  | 'email-known'
  | 'role-none'
  | 'role-not-yours'
  | 'address-not-yours'
  | 'last-administrator'
  | 'last-coordinator'
  | 'left-day'
  | 'has-left'
  | 'is-here'

export type PersonRefusal = Refusal<PersonReason>

export type PersonFacts = {
  readonly name: string
  readonly email: string | null
  readonly roles: readonly Role[]
  readonly groups: readonly GroupId[]
  readonly learningTeams: readonly LearningTeamId[]
}

const LONGEST_NAME = 80

/** A person's name: one line of at most 80 signs that starts like a name, not like a formula or markup. */
export function parsePersonName(value: unknown, field = 'person'): string | PersonRefusal {
  const name = lineOf(value)
  if (name === '') return refuse('person-name-empty', field)
  return name.length <= LONGEST_NAME &&
    /^[\p{L}\p{N}'’‘(]/u.test(name) &&
    /\p{L}/u.test(name) &&
    !/[<>@=|]/.test(name)
    ? name
    : refuse('person-name-odd', field)
}

const LONGEST_EMAIL = 254
// What mail servers in practice take. Whatever passes here, sign-in reads in the same way.
const EMAIL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.)+\p{L}{2,63}$/u

/** An address in small letters; null when empty. A formula ('=cmd@x.nl') is no address. */
export function parseEmail(value: unknown, field = 'email'): string | null | PersonRefusal {
  const address = lineOf(value)
    .replace(/^mailto:/i, '')
    .toLowerCase()
  if (address === '') return null
  const odd = address.length > LONGEST_EMAIL || !EMAIL.test(address) || /^[=+-]/.test(address)
  return odd ? refuse('email-shape', field) : address
}

export const rolesFrom = (values: readonly unknown[]) => ROLES.filter((role) => values.includes(role))

export const isPresent = (person: Person) => person.leftOn === null

/** Whether this is the only one still here with the role. */
export const isLast = (people: readonly Person[], person: Person, role: Role) =>
  person.roles.includes(role) &&
  !people.some((other) => other.id !== person.id && isPresent(other) && other.roles.includes(role))

const NEEDED = { administrator: 'last-administrator', coordinator: 'last-coordinator' } as const

/** A school keeps at least one administrator and one coordinator: why these roles can't become the person's, or null. */
export function lastOfRole(
  people: readonly Person[],
  person: Person,
  roles: readonly Role[],
): PersonRefusal | null {
  for (const role of ['administrator', 'coordinator'] as const) {
    if (!roles.includes(role) && isLast(people, person, role)) return refuse(NEEDED[role], 'roles')
  }
  return null
}

/** The first name, or what stands before the first space. */
export const firstName = (person: { readonly name: string }) => person.name.split(' ')[0] ?? person.name
