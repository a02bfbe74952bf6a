import type { GroupId, PersonId } from '../kernel/id.ts'
import type { Role } from '../session/actor.ts'

/** A group of a file: made, or one of the school, that may get the file's name. `key`: how people of the file name it. */
export type BroughtGroup = {
  readonly key: string
  readonly name: string
  readonly known: GroupId | null
  readonly rename: boolean
}

/** Somebody of a file: made, or somebody who is here, who gets what is missing. */
export type BroughtPerson = {
  readonly known: PersonId | null
  readonly name: string
  readonly email: string | null
  readonly roles: readonly Role[]
  /** Keys of groups. */
  readonly groups: readonly string[]
}

/** What somebody chose of a file of the school's administration. `revision`: the school's, when it was shown. */
export type Brought = {
  readonly groups: readonly BroughtGroup[]
  readonly people: readonly BroughtPerson[]
  /** Null: the number of pupils stays as it is. */
  readonly pupils: number | null
  readonly revision: number
}
