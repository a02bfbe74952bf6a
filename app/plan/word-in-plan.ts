import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { WordDocument } from '../paper/word-document.ts'
import type { ReadingReason, WordReading } from './word-in.ts'
import { assemble } from './word-in-assemble.ts'
import { itemsOf } from './word-in-blocks.ts'
import { readItems } from './word-in-read.ts'

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
