import type { PersonId } from '../kernel/id.ts'
import { type May, no, yes } from '../kernel/refusal.ts'
import type { Entry } from '../plan/entry.ts'
import { type Actor, hasRole, type Role } from '../session/actor.ts'
import { isLetIn, type Note, type NoteReader } from './note.ts'

export type NoteBecause =
  | 'own-track'
  | 'let-in-by-teacher'
  | 'not-let-in'
  | 'principal-never'
  | 'no-teacher'
  | 'own-note'
  | 'only-author'
  | 'only-teacher'

type NoteMay = May<NoteBecause>

const isTeacher = (actor: Actor, entry: Entry) =>
  actor.kind === 'member' &&
  entry.kind === 'teacher-track' &&
  entry.personId !== null &&
  entry.personId === actor.personId

/**
 * Reading and writing the working notes of a track: the teacher, and who the teacher named and let in. No role opens
 * them: a coordinator or administrator comes in as the person whom the teacher let in or not at all; a principal, who
 * holds the talks about functioning, never at somebody else's.
 */
export function mayOpenNotes(actor: Actor, entry: Entry, readers: readonly NoteReader[]): NoteMay {
  if (entry.kind !== 'teacher-track' || entry.personId === null) return no('no-teacher')
  if (actor.kind !== 'member') return no('not-let-in')
  if (isTeacher(actor, entry)) return yes('own-track')
  if (hasRole(actor, 'principal')) return no('principal-never')
  return isLetIn(entry, readers, actor.personId) ? yes('let-in-by-teacher') : no('not-let-in')
}

/** Letting in and out, and seeing who opened the notes: the teacher alone. */
export const mayKeepNotes = (actor: Actor, entry: Entry): NoteMay =>
  isTeacher(actor, entry) ? yes('own-track') : no('only-teacher')

/** Whether somebody can be let in at all. */
export const mayBeLetIn = (roles: readonly Role[]): NoteMay =>
  roles.includes('principal') ? no('principal-never') : yes('let-in-by-teacher')

/** Changing the words of a note: who wrote it. Answered for who may open the notes. */
export const mayChangeNote = (actor: Actor, note: Pick<Note, 'authorId'>): NoteMay =>
  personIs(actor, note.authorId) ? yes('own-note') : no('only-author')

/** Throwing a note away: who wrote it, and the teacher whose track it is at. */
export const mayRemoveNote = (actor: Actor, entry: Entry, note: Pick<Note, 'authorId'>): NoteMay =>
  isTeacher(actor, entry) ? yes('own-track') : mayChangeNote(actor, note)

const personIs = (actor: Actor, id: PersonId) => actor.kind === 'member' && actor.personId === id
