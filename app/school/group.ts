import type { GroupId, SectionId } from '../kernel/id.ts'
import { byName } from '../kernel/language.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { lineOf } from './line.ts'

/** A section of the school (bouw), in the school's own order. */
export type Section = { readonly id: SectionId; readonly name: string }

/** A group of pupils, by its name only ('groep 3', 'groep 1/2 A', 'taalklas'); no pupil is ever known here. */
export type Group = { readonly id: GroupId; readonly name: string; readonly sectionId: SectionId | null }

export type GroupReason =
  | 'group-empty'
  | 'group-odd'
  | 'group-known'
  | 'section-empty'
  | 'section-odd'
  | 'section-known'
export type GroupRefusal = Refusal<GroupReason>

const LONGEST_GROUP = 30
const YEARS = /^(\d)((?:\s*[/-]\s*\d)*)\s*([a-z])?$/i

/** A group's name: '3', 'gr. 3' and 'Groep 3' become 'groep 3', '1-2a' becomes 'groep 1/2 A', other names stay. */
export function parseGroupName(value: unknown): string | GroupRefusal {
  const name = lineOf(value).replace(/^(?:groep(?:en)?|group|gr\.?)(?=[\s\d])\s*/i, '')
  if (name === '') return refuse('group-empty', 'group')
  const years = YEARS.exec(name)
  if (years) return yearsName(years[1] ?? '', years[2] ?? '', years[3] ?? '')
  return name.length <= LONGEST_GROUP && /[\p{L}\p{N}]/u.test(name) && !/^[=+@-]|[<>@]/.test(name)
    ? name
    : refuse('group-odd', 'group')
}

const yearsName = (first: string, more: string, letter: string) =>
  `groep ${first}${more.replace(/\s/g, '').replaceAll('-', '/')}${letter === '' ? '' : ` ${letter.toUpperCase()}`}`

/** Whether the name is made of year groups ('groep 3', 'groep 1/2 A'). */
export const isYearGroup = (name: string) => /^groep \d/.test(name)

/** Two names of the same group: case and spaces aside, but '1/2' is not '12'. */
export const sameGroup = (one: string, other: string) => keyOf(one) === keyOf(other)

const keyOf = (name: string) => name.toLowerCase().replace(/\s/g, '')

/** The groups named in one cell: '3, 4', '1/2 A en 1/2 B'. A slash stays: it is one mixed group. */
export const groupNamesIn = (cell: string) =>
  cell
    .split(/\s*[,;+&|]\s*|\s+(?:en|and)\s+/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Which section to propose for a group by its first year group: 0 onder-, 1 midden-, 2 bovenbouw; null for none. */
export function sectionPlace(name: string): 0 | 1 | 2 | null {
  if (!isYearGroup(name)) return null
  const first = Number(name.charAt('groep '.length))
  if (first <= 2) return 0
  return first <= 5 ? 1 : 2
}

/** Year groups first and in their order, then the other names. */
export function inGroupOrder(one: { readonly name: string }, other: { readonly name: string }) {
  const years = Number(isYearGroup(other.name)) - Number(isYearGroup(one.name))
  return years === 0 ? byName(one.name, other.name) : years
}

const LONGEST_SECTION = 40

export function parseSectionName(value: unknown): string | GroupRefusal {
  const name = lineOf(value)
  if (name === '') return refuse('section-empty', 'section')
  return name.length <= LONGEST_SECTION && /\p{L}/u.test(name) && !/^[=+@-]|[<>@]/.test(name)
    ? name
    : refuse('section-odd', 'section')
}
