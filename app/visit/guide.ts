import type { Moment } from '../kernel/day.ts'
import type { Id, PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { oneLine } from './offer.ts'

export type PointId = Id<'visit-point'>
export type NoteId = Id<'visit-note'>

/** Points that one can have looked at: each a question, none a judgement. Words in `guide-text.ts`. */
export const PICKS = [
  'start',
  'aim',
  'model',
  'check',
  'question',
  'active',
  'talk',
  'alone',
  'extra',
  'rich',
  'words',
  'feedback',
  'mistakes',
  'switch',
  'tone',
  'end',
] as const
export type Pick = (typeof PICKS)[number]
export const isPick = (value: unknown): value is Pick => PICKS.includes(value as Pick)

/** A point of the observation guide: from the list, or in the host's own words. */
export type Point = { readonly id: PointId; readonly pick: Pick | null; readonly text: string }

/**
 * What was seen. Who looks proposes it; once who was visited keeps it (or writes it), it is theirs alone to change or
 * throw away.
 */
export type Note = {
  readonly id: NoteId
  /** Null: seen beside the points. */
  readonly point: PointId | null
  readonly author: PersonId
  readonly text: string
  readonly keptAt: Moment | null
  readonly revision: number
}

export type Guide = { readonly points: readonly Point[]; readonly notes: readonly Note[] }

export type GuideRefusal =
  | 'too-many-points'
  | 'point-too-long'
  | 'note-too-long'
  | 'note-changed'
  | 'note-gone'
  | 'not-agreed'
  | 'may-not'
export type GuideNo = Refusal<GuideRefusal>

/** More than anybody can look at in half an hour. */
export const MOST_POINTS = 8
export const LONGEST_POINT = 200
export const LONGEST_NOTE = 2_000

/** What the host chose: points of the list, own ones that stay, and a new one in own words. */
export type ChosenPoints = {
  readonly picks: readonly Pick[]
  readonly stay: readonly string[]
  readonly added: readonly string[]
}

/** @param chosen the ticked boxes: names of the list, ids of own points, or 'asked' for the visitor's question */
export function parsePoints(
  chosen: readonly string[],
  own: string,
  question: string,
): ChosenPoints | GuideNo {
  const added = [...(chosen.includes('asked') && question !== '' ? [question] : []), oneLine(own)].filter(
    Boolean,
  )
  if (added.some((text) => text.length > LONGEST_POINT && text !== question))
    return refuse('point-too-long', 'own')
  const picks = PICKS.filter((pick) => chosen.includes(pick))
  const stay = [...new Set(chosen.filter((one) => one !== 'asked' && !isPick(one)))]
  return { picks, stay, added }
}

/** What somebody wrote at one point, and which note the form showed there. */
export type WrittenNote = {
  readonly point: PointId | null
  readonly text: string
  /** Revision of the note that stood in the form; 0: none did. */
  readonly base: number
  /** Fingerprint of the text that stood there. */
  readonly print: string
}

/** A note as it is stored; '' is none. */
export function tidyNote(raw: string): string | GuideNo {
  const text = raw
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '')
    .trim()
  return text.length > LONGEST_NOTE ? refuse('note-too-long') : text
}

/** A short fingerprint (FNV-1a): tells whether a form comes back as it was, nothing more. */
export function printOf(text: string): string {
  let hash = 0x811c9dc5
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36)
}

/** The one note of somebody at a point that they can still write on. */
export const openNoteOf = (
  notes: readonly Note[],
  author: PersonId,
  point: PointId | null,
  isHost: boolean,
): Note | null =>
  notes.find((note) => note.author === author && note.point === point && (isHost || note.keptAt === null)) ??
  null
