import type { WordReason } from '../paper/word-file.ts'
import type { PlanForm } from './plan-form.ts'
import type { Role } from './word-in-heads.ts'

export type LeftoverKind = 'text' | 'own-label' | 'box' | 'contents' | 'margin'
/** Text that found no field; `under` is the heading above it. */
export type Leftover = { text: string; under: string | null; block: number; kind: LeftoverKind }

/** A spot in the form: `list` with the place in that list, and the field there. */
export type FormSpot =
  | { list: 'title' | 'schoolYear' }
  | { list: 'principles'; index: number }
  | {
      list: 'generalGoals' | 'teamGoals' | 'teacherTracks' | 'learningTeamTracks'
      index: number
      field: string
    }

/** Where a field came from. */
export type SourcePiece = {
  at: FormSpot
  /** the label as it was written; null for a title, a name in a heading, a principle */
  label: string | null
  /** the source text, word for word */
  text: string
  /** the line's number in the file, from 1 */
  block: number
  /** the heading above it */
  under: string | null
}

/** A field that was recognised, but where a second look is wise. */
export type Doubt = {
  at: FormSpot
  because: 'misspelled-label' | 'joined-label' | 'moment-as-evaluation' | 'several-labels' | 'no-name'
}

/** The name of a track, as found, and whose it is. */
export type FoundName = { at: FormSpot; name: string; role: Role }

/**
 * The text of a field in the written form of long texts (kernel/rich.ts), where it has a list, a look or a link; `plain`
 * is that text in the form.
 */
export type Looked = { at: FormSpot; plain: string; text: string }

/** What a Word file turned out to hold. Every word of it is in a piece, a heading or a leftover. */
export type WordReading = {
  form: PlanForm
  pieces: SourcePiece[]
  headings: { text: string; block: number }[]
  leftovers: Leftover[]
  doubts: Doubt[]
  names: FoundName[]
  looked?: Looked[]
  /** the texts of the form are in that written form already: it was a file of our own */
  isWritten?: true
}

export type ReadingReason = 'empty' | 'not-a-plan'

/** Every reason why a Word file is not taken in. */
export type WordInReason = WordReason | ReadingReason | 'too-slow' | 'busy'
