import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Language, Terms } from '../kernel/language.ts'
import type { Entry } from '../plan/entry.ts'
import type { RosterPerson } from '../plan/roster.ts'
import type { Member } from '../session/actor.ts'
import { letInTo, type Note, type NoteId, type NoteNo, type NoteReader, type Opening } from './note.ts'
import { mayBeLetIn } from './note-may.ts'

/** A form that came back: what was typed, and why it was not taken. */
export type TriedNote = { readonly id: NoteId | null; readonly text: string; readonly no: NoteNo }

/** Everything of the notes of one track as one reader sees it. */
export type NoteSheet = {
  readonly actor: Member
  readonly language: Language
  readonly terms: Terms
  readonly now: Moment
  /** '/plan/…/entry/…/notes' */
  readonly action: string
  /** The card of the track. */
  readonly backHref: string
  readonly entry: Entry
  readonly teacher: string
  readonly people: readonly RosterPerson[]
  readonly readers: readonly NoteReader[]
  /** Null: they can't be shown now, and `closed` says why (no key, no own proof). */
  readonly notes: readonly Note[] | null
  readonly closed: NoteNo | null
  readonly openings: readonly Opening[]
  readonly retentionYears: number
  readonly isTeacher: boolean
  /** The note that is open to change, or to throw away. */
  readonly editing: NoteId | null
  readonly removing: NoteId | null
  readonly tried: TriedNote | null
}

export const nameIn = (people: readonly RosterPerson[], id: string) =>
  people.find((person) => person.id === id)?.name ?? null

/** The names of those who can open the notes beside the teacher and this reader, as they are at the school now. */
export const othersIn = (
  entry: Entry,
  readers: readonly NoteReader[],
  people: readonly RosterPerson[],
  me: PersonId,
): string[] =>
  letInTo(entry, readers).flatMap((id) => {
    const person = people.find((one) => one.id === id)
    return person && id !== me && !person.hasLeft && mayBeLetIn(person.roles).may ? person.name : []
  })
