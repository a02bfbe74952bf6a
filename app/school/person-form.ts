import { type Day, parseDay } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Role } from '../session/actor.ts'
import {
  type Person,
  type PersonFacts,
  type PersonReason,
  type PersonRefusal,
  parseEmail,
  parsePersonName,
  rolesFrom,
} from './person.ts'
import { runningTeams, type Team } from './team.ts'

/** What the form of a person shows: as it was typed, or as it is stored. */
export type PersonValues = {
  readonly person: string
  readonly email: string
  readonly roles: readonly string[]
  readonly groups: readonly string[]
  readonly learningTeams: readonly string[]
}

export const valuesOf = (person: Person): PersonValues => ({
  person: person.name,
  email: person.email ?? '',
  roles: person.roles,
  groups: person.groups,
  learningTeams: person.learningTeams,
})

const texts = (form: FormData, name: string) => form.getAll(name).filter((value) => typeof value === 'string')
const text = (form: FormData, name: string) => texts(form, name).at(-1) ?? ''

export const valuesIn = (form: FormData): PersonValues => ({
  person: text(form, 'person'),
  email: text(form, 'email'),
  roles: texts(form, 'roles'),
  groups: texts(form, 'groups'),
  learningTeams: texts(form, 'learningTeams'),
})

export const NOBODY: PersonValues = {
  person: '',
  email: '',
  roles: ['teacher'],
  groups: [],
  learningTeams: [],
}

type Frame = {
  readonly team: Team
  /** the person as stored; null for a new one */
  readonly before: Person | null
  readonly mayGive: (role: Role) => boolean
}

/**
 * A person from the form. Groups and learning teams that are not of this school fall away. A role that may not be
 * handed out stays as it was: it can be neither given nor taken.
 */
export function parsePerson(
  values: PersonValues,
  { team, before, mayGive }: Frame,
): PersonFacts | readonly PersonRefusal[] {
  const name = parsePersonName(values.person)
  const email = parseEmail(values.email)
  const roles = rolesFrom([
    ...rolesFrom(values.roles).filter(mayGive),
    ...(before?.roles ?? []).filter((role) => !mayGive(role)),
  ])
  const given = rolesFrom(values.roles).filter((role) => !mayGive(role) && !before?.roles.includes(role))
  const refusals: (PersonRefusal | null)[] = [
    isRefused(name) ? name : null,
    isRefused(email) ? email : null,
    given.length > 0 ? refuse('role-not-yours', 'roles') : null,
    roles.length === 0 ? refuse('role-none', 'roles') : null,
  ]
  const look = refusals.filter((one) => one !== null)
  if (isRefused(name) || isRefused(email) || look.length > 0) return look
  return {
    name,
    email,
    roles,
    groups: team.groups.map(({ id }) => id).filter((id) => values.groups.includes(id)),
    learningTeams: runningTeams(team)
      .map(({ id }) => id)
      .filter((id) => values.learningTeams.includes(id)),
  }
}

const isRefused = (value: string | null | Refusal<PersonReason>): value is PersonRefusal =>
  typeof value === 'object' && value !== null

/** The last day at the school: today or a day before; empty is today. */
export function parseLeftOn(value: unknown, today: Day): Day | PersonRefusal {
  if (value === null || value === '') return today
  const day = parseDay(value)
  return day !== null && day <= today && day >= '1950-01-01' ? day : refuse('left-day', 'leftOn')
}
