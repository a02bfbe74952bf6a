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

/** A text as it is stored: one form of accents and line ends, no control characters, no blank space at the ends. */
export function tidyText(raw: string): string | PassageRefusal {
  const text = raw
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
    .replace(/[ \t\u00a0]+$/gm, '')
    .trim()
  return text.length > LONGEST_PASSAGE ? refuse('text-too-long') : text
}

/** Whether a save that started from `base` would overwrite a text that its writer has not seen. */
export const collides = (now: Passage | null, base: number | null, mine: string) =>
  now !== null && base !== null && now.revision !== base && now.text !== mine
