import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { WordDocument } from '../paper/word-document.ts'
import type { WordReason } from '../paper/word-file.ts'
import type { PlanForm } from './plan-form.ts'
import { assemble } from './word-in-assemble.ts'
import type { Leftover } from './word-in-course.ts'
import type { Role } from './word-in-heads.ts'
import { itemsOf } from './word-in-items.ts'
import { readItems } from './word-in-read.ts'

export type { Leftover } from './word-in-course.ts'

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

/** What a Word file turned out to hold. Every word of it is in a piece, a heading or a leftover. */
export type WordReading = {
  form: PlanForm
  pieces: SourcePiece[]
  headings: { text: string; block: number }[]
  leftovers: Leftover[]
  doubts: Doubt[]
  names: FoundName[]
}

export type ReadingReason = 'empty' | 'not-a-plan'

/** Every reason why a Word file is not taken in. */
export type WordInReason = WordReason | ReadingReason | 'too-slow' | 'busy'

/** Recognises the plan in a document; refuses one without text, and one that is something else than a plan. */
export function readPlan(document: WordDocument): WordReading | Refusal<ReadingReason> {
  const items = itemsOf(document.blocks)
  const hasText = items.some(
    (item) => item.kind !== 'close' && (item.kind !== 'line' || item.line.text.trim() !== ''),
  )
  if (!hasText) return refuse('empty')
  const reading = assemble(readItems(items), document.margins)
  return isPlan(reading) ? reading : refuse('not-a-plan')
}

/** Some entry with at least two texts, or principles under a title: less is no plan. */
function isPlan({ form }: WordReading): boolean {
  const entries = [...form.generalGoals, ...form.teamGoals, ...form.teacherTracks, ...form.learningTeamTracks]
  const filled = entries.filter((entry) => Object.values(entry).filter((value) => value !== null).length >= 3)
  if (filled.length >= 1) return true
  return entries.length + form.principles.length >= 2 && /begeleidings?plan/i.test(form.title ?? '')
}
