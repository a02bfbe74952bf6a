import type { SchoolYear } from '../kernel/school-year.ts'

/** What is taken from an EDEXML file: groups and staff; of pupils only how many there are. */
export type Edexml = {
  readonly schoolYear: SchoolYear | null
  readonly brin: string | null
  readonly dependance: string | null
  readonly groups: readonly EdexGroup[]
  readonly staff: readonly EdexPerson[]
  readonly pupils: number
  /** By year group as the file writes it: '1' to '8', or another sign of the standard. */
  readonly pupilsByYear: ReadonlyMap<string, number>
  /** Names of elements with personal data that were left out. */
  readonly leftOut: readonly string[]
  readonly warnings: readonly EdexWarning[]
}

export type EdexGroup = {
  readonly key: string
  readonly name: string
  /** Null: put together from several groups. */
  readonly yearGroup: string | null
  readonly isComposed: boolean
  readonly pupils: number
}

export type EdexPerson = {
  readonly key: string
  readonly name: string
  readonly email: string | null
  /** Signs of the standard: DIR, IB, LRK and so on. */
  readonly roles: readonly string[]
  readonly roleWords: string | null
  /** Keys of groups. */
  readonly groups: readonly string[]
}

export type EdexWarning = {
  readonly why:
    | 'group-without-name'
    | 'person-without-name'
    | 'group-unknown'
    | 'pupil-without-group'
    | 'key-twice'
  readonly count: number
}

export type EdexRefusal = 'not-edexml' | 'entities' | 'too-deep' | 'too-long' | 'damaged' | 'many'

/** More than any school; a file with more is not one of a school. */
export const MOST_EDEX = { groups: 500, staff: 2000, pupils: 20_000 } as const

/** The name of a person: the first name may be the whole name already. */
export function nameFrom(parts: { first: string; infix: string; last: string; initials: string }): string {
  const { first, infix, last } = parts
  const called = first || parts.initials
  if (last === '' || called.toLowerCase().endsWith(` ${last.toLowerCase()}`)) return called
  return [called, infix, last].filter((part) => part !== '').join(' ')
}
