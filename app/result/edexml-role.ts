import { alike } from '../school/line.ts'
import { roleNamed, roleWordsIn } from '../school/role-words.ts'
import type { Role } from '../session/actor.ts'
import type { EdexPerson } from './edexml.ts'

/** The signs of EDEXML as our roles. Nobody becomes an administrator by a file. */
const ROLE_OF_SIGN: Readonly<Record<string, Role>> = {
  DIR: 'principal',
  ADJ: 'principal',
  LOC: 'principal',
  IB: 'coordinator',
  LRK: 'teacher',
  VAK: 'teacher',
  OWA: 'staff',
  LOS: 'staff',
  RT: 'expert',
  ICT: 'staff',
  ADM: 'staff',
  CON: 'staff',
  SMW: 'staff',
  STA: 'staff',
  KLA: 'staff',
  TAL: 'staff',
}

/** Parents who help stand in the file too; they are no colleagues. */
const PARENT = 'OUD'

/** Our roles for somebody of the file; `unknown`: signs and words that we have none for. */
export function rolesOf({ roles, roleWords, groups }: EdexPerson): {
  readonly roles: readonly Role[]
  readonly unknown: readonly string[]
} {
  const ours = roles.map((sign) => ROLE_OF_SIGN[sign])
  const words = roleWordsIn(roleWords ?? '')
  const named = words.map((word) => withoutKeys(roleNamed(word) ?? subjectRole(word)))
  const found = new Set([...ours, ...named].filter((role) => role != null))
  // Somebody who teaches and does something beside it is a teacher: 'other staff' would say no more.
  if (found.size > 1) found.delete('staff')
  if (found.size === 0) found.add(groups.length > 0 ? 'teacher' : 'staff')
  const unknown = [
    ...roles.filter((sign, at) => ours[at] === undefined && sign !== PARENT),
    ...words.filter((_, at) => named[at] === null),
  ]
  return { roles: [...found], unknown }
}

/** 'Coördinator hoogbegaafdheid', 'specialist rekenen': an expert of one subject. */
const subjectRole = (word: string): Role | null =>
  /^(?:coordinator|specialist|expert)./.test(alike(word)) ? 'expert' : null

const withoutKeys = (role: Role | null): Role | null => (role === 'administrator' ? 'staff' : role)

/** Somebody who stands in the file as a parent, and as nothing else. */
export const isParent = ({ roles }: EdexPerson) => roles.length > 0 && roles.every((sign) => sign === PARENT)
