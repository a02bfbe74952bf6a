import type { Moment } from '../kernel/day.ts'
import type { Id, PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Entry, NamedPerson } from '../plan/entry.ts'
import type { RosterPerson } from '../plan/roster.ts'

export type NoteId = Id<'note'>

/** A working note at a track: plain text, by the teacher or somebody whom the teacher let in. */
export type Note = {
  readonly id: NoteId
  readonly authorId: PersonId
  /** Null: it can't be read, because its key is gone or somebody changed the row. */
  readonly text: string | null
  readonly revision: number
  readonly createdAt: Moment
  readonly changedAt: Moment
}

/** Whom the teacher let in to the notes of a track, and when. */
export type NoteReader = {
  readonly entryId: Entry['id']
  readonly personId: PersonId
  readonly letInAt: Moment
}

/** Somebody opened the notes; kept for the teacher to see. */
export type Opening = {
  readonly personId: PersonId
  readonly openedAt: Moment
  /** As `deviceOf` tells it, of the teacher's own openings. */
  readonly device: string | null
}

export type NoteRefusal =
  | 'may-not'
  | 'not-proved'
  | 'note-empty'
  | 'note-too-long'
  | 'note-changed'
  | 'note-gone'
  | 'key-missing'
  | 'key-wrong'
  | 'not-named'
  | 'principal'
export type NoteNo = Refusal<NoteRefusal>

/** In characters. */
export const LONGEST_NOTE = 10_000

/** A note as it is stored, or why not. */
export function tidyNote(raw: string): string | NoteNo {
  const text = raw
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim()
  if (text === '') return refuse('note-empty', 'text')
  return text.length > LONGEST_NOTE ? refuse('note-too-long', 'text') : text
}

const YEAR = 365 * 86_400_000

/** Folded away: written more than a year ago and not changed since. */
export const isOld = (note: Pick<Note, 'changedAt'>, now: Moment) =>
  Date.parse(now) - Date.parse(note.changedAt) > YEAR

/** Whom the teacher has named with the track to work with: support that was not declined, and a duo partner. */
const worksAlong = (named: NamedPerson) =>
  (named.part === 'support' || named.part === 'duo') && named.declinedAt === null

/**
 * Whether the teacher let this person in and still names them. Who was taken off the track and is named again later
 * has to be let in again.
 */
export const isLetIn = (entry: Entry, readers: readonly NoteReader[], personId: PersonId) =>
  readers.some(
    (reader) =>
      reader.entryId === entry.id &&
      reader.personId === personId &&
      entry.people.some(
        (named) => named.personId === personId && worksAlong(named) && named.askedAt <= reader.letInAt,
      ),
  )

/** Whoever is let in at this moment. */
export const letInTo = (entry: Entry, readers: readonly NoteReader[]): PersonId[] => [
  ...new Set(readers.map(({ personId }) => personId).filter((id) => isLetIn(entry, readers, id))),
]

/** Who could be let in: the names with the track, that are of the school now. */
export const candidatesFor = (entry: Entry, people: readonly RosterPerson[]) =>
  people.filter(
    (person) =>
      !person.hasLeft &&
      person.id !== entry.personId &&
      entry.people.some((named) => named.personId === person.id && worksAlong(named)),
  )
