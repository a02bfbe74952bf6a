import { parseSchoolYear } from '../kernel/school-year.ts'
import { type EdexGroup, type Edexml, type EdexPerson, MOST_EDEX } from './edexml.ts'

/** What a form carries along of a file: groups and staff; nothing of it is kept on the server in between. */
export type CarriedEdexml = Pick<Edexml, 'schoolYear' | 'brin' | 'groups' | 'staff' | 'pupils'>

export const carriedEdexml = ({ schoolYear, brin, groups, staff, pupils }: CarriedEdexml) =>
  JSON.stringify({ schoolYear, brin, groups, staff, pupils })

const LONGEST_CARRIED = 2_000_000

/** A file as a form brings it back; null when it is none. */
export function parseEdexml(value: unknown): CarriedEdexml | null {
  const said = typeof value === 'string' && value.length <= LONGEST_CARRIED ? recordIn(value) : null
  if (said === null) return null
  const groups = listOf(said['groups'], MOST_EDEX.groups, groupFrom)
  const staff = listOf(said['staff'], MOST_EDEX.staff, personFrom)
  if (groups === null || staff === null) return null
  return {
    schoolYear: parseSchoolYear(said['schoolYear']),
    brin: textOr(said['brin'], null),
    groups,
    staff,
    pupils: countOf(said['pupils']),
  }
}

type Said = Readonly<Record<string, unknown>>
const isSaid = (value: unknown): value is Said => typeof value === 'object' && value !== null

function recordIn(text: string): Said | null {
  try {
    const value: unknown = JSON.parse(text)
    return isSaid(value) ? value : null
  } catch {
    return null
  }
}

function listOf<Made>(value: unknown, most: number, make: (said: Said) => Made | null): Made[] | null {
  if (!Array.isArray(value) || value.length > most) return null
  const made = value.map((one: unknown) => (isSaid(one) ? make(one) : null)).filter((one) => one !== null)
  return made.length === value.length ? made : null
}

const LONGEST_TEXT = 300
const textOr = <Other>(value: unknown, other: Other): string | Other =>
  typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : other
const countOf = (value: unknown) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_EDEX.pupils
    ? (value as number)
    : 0
const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string').slice(0, MOST_EDEX.groups) : []

function groupFrom(said: Said): EdexGroup | null {
  const [key, name] = [textOr(said['key'], ''), textOr(said['name'], '')]
  if (key === '' || name === '') return null
  const yearGroup = textOr(said['yearGroup'], null)
  return { key, name, yearGroup, isComposed: said['isComposed'] === true, pupils: countOf(said['pupils']) }
}

function personFrom(said: Said): EdexPerson | null {
  const name = textOr(said['name'], '')
  if (name === '') return null
  return {
    key: textOr(said['key'], ''),
    name,
    email: textOr(said['email'], null),
    roles: textsIn(said['roles']),
    roleWords: textOr(said['roleWords'], null),
    groups: textsIn(said['groups']),
  }
}
