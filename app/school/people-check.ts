import type { PersonId } from '../kernel/id.ts'
import type { Role } from '../session/actor.ts'
import { groupNamesIn, parseGroupName, sameGroup } from './group.ts'
import { alike } from './line.ts'
import type { WrittenPerson } from './people-list.ts'
import { isPresent, type Person, parseEmail, parsePersonName, rolesFrom } from './person.ts'
import { roleNamed, roleResembling, roleWordsIn } from './role-words.ts'
import type { Team } from './team.ts'

/** What stands in the way of a line: it can't be stored before this is looked at. */
export type ListStop =
  | 'name-empty'
  | 'name-odd'
  | 'email-shape'
  | 'email-twice'
  | 'email-left'
  | 'group-odd'
  | 'role-not-yours'
/** What is good to know about a line. */
export type ListNote =
  | 'role-unknown'
  | 'role-guessed'
  | 'role-proposed'
  | 'group-new'
  | 'name-twice'
  | 'person-known'
  | 'name-known'

export type ListField = 'name' | 'email' | 'groups' | 'roles'

export type Remark =
  | { readonly stop: ListStop; readonly field: ListField; readonly written?: string; readonly line?: number }
  | { readonly note: ListNote; readonly field: ListField; readonly written?: string; readonly role?: Role }

/** A line of the list as understood; `known` is the person of the school that it is about. */
export type CheckedPerson = {
  readonly written: WrittenPerson
  readonly name: string
  readonly email: string | null
  readonly groups: readonly string[]
  readonly roles: readonly Role[]
  readonly known: PersonId | null
  readonly remarks: readonly Remark[]
}

export const isStop = (remark: Remark): remark is Extract<Remark, { stop: ListStop }> => 'stop' in remark
export const isReady = (person: CheckedPerson) => !person.remarks.some(isStop)

/** Every line with what it means and what to look at. `mayGive`: roles that who pastes may hand out. */
export function checkPeople(
  list: readonly WrittenPerson[],
  team: Team,
  mayGive: (role: Role) => boolean,
): CheckedPerson[] {
  const seen = whereSeen(list)
  return list.map((written) => checkPerson(written, { team, mayGive, seen }))
}

type Seen = { readonly emails: ReadonlyMap<string, number>; readonly names: ReadonlyMap<string, number> }
type Check = { readonly team: Team; readonly mayGive: (role: Role) => boolean; readonly seen: Seen }

/** For each address and each name the first line that has it. */
function whereSeen(list: readonly WrittenPerson[]): Seen {
  const emails = new Map<string, number>()
  const names = new Map<string, number>()
  for (const { line, email, name } of list) {
    const address = email.toLowerCase()
    if (address !== '' && !emails.has(address)) emails.set(address, line)
    const person = alike(name)
    if (person !== '' && !names.has(person)) names.set(person, line)
  }
  return { emails, names }
}

function checkPerson(written: WrittenPerson, check: Check): CheckedPerson {
  const name = readName(written)
  const email = readEmail(written, check)
  const groups = readGroups(written, check)
  const roles = readRoles(written, check, groups.names.length > 0)
  const known = readKnown({ written, email: email.email }, check)
  return {
    written,
    name: name.name,
    email: email.email,
    groups: groups.names,
    roles: roles.roles,
    known: known.known,
    remarks: [...name.remarks, ...email.remarks, ...groups.remarks, ...roles.remarks, ...known.remarks],
  }
}

function readName({ name: text }: WrittenPerson): { name: string; remarks: Remark[] } {
  const name = parsePersonName(text)
  if (typeof name === 'string') return { name, remarks: [] }
  const stop = name.refused === 'person-name-empty' ? 'name-empty' : 'name-odd'
  return { name: text, remarks: [{ stop, field: 'name' }] }
}

function readEmail(
  written: WrittenPerson,
  { team, seen }: Check,
): { email: string | null; remarks: Remark[] } {
  const email = parseEmail(written.email)
  if (email === null) return { email, remarks: [] }
  if (typeof email !== 'string') return { email: null, remarks: [{ stop: 'email-shape', field: 'email' }] }
  const first = seen.emails.get(email)
  if (first !== undefined && first !== written.line) {
    return { email, remarks: [{ stop: 'email-twice', field: 'email', line: first }] }
  }
  const left = team.people.some((person) => person.email === email && !isPresent(person))
  return { email, remarks: left ? [{ stop: 'email-left', field: 'email' }] : [] }
}

function readGroups(written: WrittenPerson, { team }: Check): { names: string[]; remarks: Remark[] } {
  const names: string[] = []
  const remarks: Remark[] = []
  for (const part of groupNamesIn(written.groups)) {
    const read = parseGroupName(part)
    if (typeof read !== 'string') {
      remarks.push({ stop: 'group-odd', field: 'groups', written: part })
      continue
    }
    const known = team.groups.find((group) => sameGroup(group.name, read))
    const name = known?.name ?? read
    if (names.some((other) => sameGroup(other, name))) continue
    names.push(name)
    if (!known) remarks.push({ note: 'group-new', field: 'groups', written: name })
  }
  return { names, remarks }
}

function readRoles(
  written: WrittenPerson,
  check: Check,
  hasGroup: boolean,
): { roles: Role[]; remarks: Remark[] } {
  const remarks: Remark[] = []
  const found = roleWordsIn(written.roles).map((word) => {
    const role = roleNamed(word)
    if (role) return role
    const near = roleResembling(word)
    const proposed = near ?? (hasGroup ? 'teacher' : 'staff')
    remarks.push({
      note: near ? 'role-guessed' : 'role-unknown',
      field: 'roles',
      written: word,
      role: proposed,
    })
    return proposed
  })
  if (found.length === 0) {
    remarks.push({ note: 'role-proposed', field: 'roles', role: 'teacher' })
    found.push('teacher')
  }
  const notYours = found.find((role) => !check.mayGive(role))
  if (notYours) remarks.push({ stop: 'role-not-yours', field: 'roles' })
  return { roles: rolesFrom(found), remarks }
}

/** Whether the line is about somebody who is here already: the same address, or the same name and no other address. */
function readKnown(
  { written, email }: { written: WrittenPerson; email: string | null },
  { team, seen }: Check,
) {
  const remarks: Remark[] = []
  const first = seen.names.get(alike(written.name))
  if (first !== undefined && first !== written.line) remarks.push({ note: 'name-twice', field: 'name' })
  const sameName = team.people.filter(
    (person) => isPresent(person) && alike(person.name) === alike(written.name),
  )
  const known = knownPerson(team.people, sameName, email)
  if (known) remarks.push({ note: 'person-known', field: 'name', written: known.name })
  else if (sameName.length > 0) remarks.push({ note: 'name-known', field: 'name' })
  return { known: known?.id ?? null, remarks }
}

function knownPerson(people: readonly Person[], sameName: readonly Person[], email: string | null) {
  const byEmail =
    email === null ? undefined : people.find((person) => isPresent(person) && person.email === email)
  if (byEmail) return byEmail
  const [only, ...more] = sameName
  return only && more.length === 0 && (email === null || only.email === null) ? only : undefined
}
