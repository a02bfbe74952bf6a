import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'

/**
 * A passage is one long text of something (the approach of a goal, the talk about a principle), with a revision of
 * its own, so that two people in two fields never meet and two in one field never lose a text. Lines are divided by
 * a line feed.
 */
export type Passage = {
  readonly text: string
  readonly revision: number
  readonly changedAt: Moment
  readonly changedBy: PersonId | null
}

/** More than any plan holds; keeps one field from filling the database. In characters. */
export const LONGEST_PASSAGE = 20_000

/** Somebody else saved another text since the writer began: nothing is stored, both texts are shown. */
export type Collision = { readonly collision: Passage; readonly mine: string }
export type PassageRefusal = Refusal<'text-too-long'>
export type Saved = { readonly saved: Passage }

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g

/** Words in one form of accents, without half characters and control characters. */
export const cleanWords = (raw: string) => raw.toWellFormed().normalize('NFC').replace(CONTROL, '')

/** A text as it is stored: clean, one form of line ends, no blank space at the ends. */
export function tidyText(raw: string): string | PassageRefusal {
  const text = cleanWords(raw.replace(/\r\n?/g, '\n'))
    .replace(/[ \t\u00a0]+$/gm, '')
    .trim()
  return text.length > LONGEST_PASSAGE ? refuse('text-too-long') : text
}

/** Whether a save that started from `base` would overwrite a text that its writer has not seen. */
export const collides = (now: Passage | null, base: number | null, mine: string) =>
  now !== null && base !== null && now.revision !== base && now.text !== mine

/**
 * What a form remembers of the text that it was drawn with: '<revision>.<fingerprint>'. The revision tells whether
 * somebody else wrote since, the fingerprint whether the field was touched at all.
 */
export const baseOf = (passage: Passage | null | undefined) =>
  `${passage?.revision ?? 0}.${fingerprint(passage?.text ?? '')}`

/** A short mark by which a text is known again (FNV-1a, twice): no secret, and no proof. */
export function fingerprint(text: string): string {
  let one = 0x811c9dc5
  let other = 0x1b873593
  for (let at = 0; at < text.length; at++) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193)
    other = Math.imul(other ^ text.charCodeAt(at), 0x85ebca6b)
  }
  return (one >>> 0).toString(36) + (other >>> 0).toString(36)
}

const MINUTE = 60_000
/** Who comes back after so long writes anew. */
const PAUSE = 10 * MINUTE
/** The history keeps a text at least so often while somebody writes on and on. */
const LONGEST_STRETCH = 15 * MINUTE
/** Two who write at once don't fill it with a text a second. */
const SHORTEST_STRETCH = MINUTE

type Standing = Pick<Passage, 'changedAt' | 'changedBy'> & { readonly since: Moment | null }

/**
 * Whether a change begins a new stretch of writing, so that the text before it stays in the history: after a pause,
 * by somebody else, or when this stretch has lasted long.
 */
export function beginsStretch(before: Standing, by: PersonId | null, now: Moment): boolean {
  const at = Date.parse(now)
  if (before.since === null || at - Date.parse(before.changedAt) > PAUSE) return true
  const lasts = at - Date.parse(before.since)
  return lasts > LONGEST_STRETCH || (before.changedBy !== by && lasts > SHORTEST_STRETCH)
}
