import type { GroupId, PersonId } from '../kernel/id.ts'
import { type Group, parseGroupName, sameGroup } from '../school/group.ts'
import { alike } from '../school/line.ts'
import { firstName, isPresent, type Person, parseEmail, parsePersonName } from '../school/person.ts'
import type { Team } from '../school/team.ts'
import type { Role } from '../session/actor.ts'
import type { EdexGroup, Edexml, EdexPerson } from './edexml.ts'
import { isParent, rolesOf } from './edexml-role.ts'

/** What becomes of a group of the file: nothing, a new one, or one of the school (that keeps its name, or gets the file's). */
export type GroupChoice = 'skip' | 'new' | `is ${GroupId}` | `rename ${GroupId}`
/** What becomes of somebody of the file: nothing, a new colleague, or more of somebody who is here. */
export type PersonChoice = 'skip' | 'new' | `is ${PersonId}`

export type GroupProposal = {
  readonly key: string
  /** As we write it. */
  readonly name: string
  readonly pupils: number
  readonly isComposed: boolean
  /** 'maybe': one of the school has the same year groups; 'odd': the name can't be used. */
  readonly state: 'same' | 'maybe' | 'new' | 'odd'
  readonly choice: GroupChoice
}

export type PersonProposal = {
  readonly key: string
  readonly name: string
  /** Null: none in the file, or one that can't be used. */
  readonly email: string | null
  readonly roles: readonly Role[]
  readonly unknownRoles: readonly string[]
  /** Keys of groups of the file. */
  readonly groups: readonly string[]
  /** 'left': the address is of somebody who left; 'maybe': somebody with this (first) name is here. */
  readonly state: 'same' | 'maybe' | 'new' | 'left' | 'parent' | 'odd'
  readonly choice: PersonChoice
}

/** A file beside the school as it is. Nothing happens but what somebody chooses. */
export type Proposal = {
  readonly groups: readonly GroupProposal[]
  readonly people: readonly PersonProposal[]
  /** Of the school, and not in the file. They stay. */
  readonly goneGroups: readonly Group[]
  readonly gonePeople: readonly Person[]
}

export function propose({ groups, staff }: Pick<Edexml, 'groups' | 'staff'>, team: Team): Proposal {
  const proposedGroups = proposeGroups(groups, staff, team)
  const people = proposePeople(staff, team)
  const isFound = (id: string) => [...proposedGroups, ...people].some(({ choice }) => idIn(choice) === id)
  return {
    groups: proposedGroups,
    people,
    goneGroups: team.groups.filter(({ id }) => !isFound(id)),
    gonePeople: team.people.filter((person) => isPresent(person) && !isFound(person.id)),
  }
}

/** The group or person of the school that a choice names. */
export const idIn = (choice: GroupChoice | PersonChoice): string | null => choice.split(' ')[1] ?? null

function proposeGroups(
  groups: readonly EdexGroup[],
  staff: readonly EdexPerson[],
  team: Team,
): GroupProposal[] {
  const read = groups.map((group) => ({ group, name: parseGroupName(group.name) }))
  const same = (name: string) => team.groups.find((known) => sameGroup(known.name, name))
  const free = team.groups.filter(
    (known) => !read.some(({ name }) => typeof name === 'string' && sameGroup(known.name, name)),
  )
  const years = read.flatMap(({ name }) => (typeof name === 'string' && !same(name) ? [yearsIn(name)] : []))
  return read.map(({ group: { key, name: written, pupils, isComposed }, name }) => {
    const facts = { key, pupils, isComposed }
    if (typeof name !== 'string') return { ...facts, name: written, state: 'odd', choice: 'skip' }
    const known = same(name)
    if (known) return { ...facts, name, state: 'same', choice: `is ${known.id}` }
    const [like, ...more] = free.filter((one) => yearsIn(one.name) === yearsIn(name))
    const isAlone = years.filter((one) => one === yearsIn(name)).length === 1
    if (like && more.length === 0 && isAlone && yearsIn(name) !== null)
      return { ...facts, name, state: 'maybe', choice: `rename ${like.id}` }
    const hasStaff = staff.some((person) => person.groups.includes(key))
    return { ...facts, name, state: 'new', choice: isComposed && !hasStaff ? 'skip' : 'new' }
  })
}

/** '3 Spechten' and 'groep 3': the year groups before the name, and its letter. */
const yearsIn = (name: string): string | null =>
  /^(?:groep )?(\d(?:\/\d)*(?: [A-Z]$)?)(?=\s|$)/.exec(name)?.[1] ?? null

function proposePeople(staff: readonly EdexPerson[], team: Team): PersonProposal[] {
  const seen = new Set<string>()
  return staff.map((person) => {
    const read = parseEmail(person.email ?? '')
    const email = typeof read === 'string' && !seen.has(read) ? read : null
    if (email !== null) seen.add(email)
    const { roles, unknown } = rolesOf(person)
    const { key, groups } = person
    const facts = { key, email, roles, unknownRoles: unknown, groups }
    const name = parsePersonName(person.name)
    if (typeof name !== 'string') return { ...facts, name: person.name, state: 'odd', choice: 'skip' }
    return { ...facts, name, ...matchOf({ name, email, isParent: isParent(person) }, team, staff) }
  })
}

type Asked = { readonly name: string; readonly email: string | null; readonly isParent: boolean }

function matchOf(
  { name, email, isParent: isOnlyParent }: Asked,
  { people }: Team,
  staff: readonly EdexPerson[],
): Pick<PersonProposal, 'state' | 'choice'> {
  const byEmail = email === null ? undefined : people.find((person) => person.email === email)
  if (byEmail)
    return isPresent(byEmail)
      ? { state: 'same', choice: `is ${byEmail.id}` }
      : { state: 'left', choice: 'skip' }
  const present = people.filter(isPresent)
  const mayBe = (person: Person) => email === null || person.email === null
  const [only, ...more] = present.filter((person) => alike(person.name) === alike(name))
  if (only && more.length === 0 && mayBe(only) && isOnlyOne(staff, (one) => alike(one) === alike(name)))
    return { state: 'same', choice: `is ${only.id}` }
  const first = firstName({ name })
  const [like, ...others] = present.filter((person) => alike(firstName(person)) === alike(first))
  if (like) {
    const isSure = others.length === 0 && mayBe(like) && isBriefly(like, name)
    const isAlone = isOnlyOne(staff, (one) => alike(firstName({ name: one })) === alike(first))
    return { state: 'maybe', choice: isSure && isAlone ? `is ${like.id}` : 'skip' }
  }
  return isOnlyParent ? { state: 'parent', choice: 'skip' } : { state: 'new', choice: 'new' }
}

/** The school calls somebody by the first name alone, or the file does. */
const isBriefly = (person: Person, name: string) =>
  alike(person.name) === alike(firstName(person)) || alike(name) === alike(firstName({ name }))

const isOnlyOne = (staff: readonly EdexPerson[], is: (name: string) => boolean) =>
  staff.filter(({ name }) => is(name)).length === 1
