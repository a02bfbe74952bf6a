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
  const course = readItems(items)
  const reading = assemble(course, document.margins)
  return isFilled(reading) && evidence(reading, course.sections.size) >= 2 ? reading : refuse('not-a-plan')
}

/** Some entry with at least two texts, or principles under a title: less is no plan. */
function isFilled({ form }: WordReading): boolean {
  const entries = [...form.generalGoals, ...form.teamGoals, ...form.teacherTracks, ...form.learningTeamTracks]
  const filled = entries.filter((entry) => Object.values(entry).filter((value) => value !== null).length >= 3)
  if (filled.length >= 1) return true
  return entries.length + form.principles.length >= 2 && /begeleidings?plan/i.test(form.title ?? '')
}

/** Words of plans about pupils: those hold what may never come in here. */
const ABOUT_PUPILS =
  /\b(?:handelingsplan|groepsplan|groepsoverzicht|ontwikkelingsperspectief|opp|naam leerling|leerling\s*:|leerlingen$|geboortedatum)/im

/** How much speaks for a plan of a team: its name, its parts, and what coordinator and teacher put in. */
function evidence(reading: WordReading, parts: number): number {
  const labelled = (pattern: RegExp) =>
    reading.pieces.some((piece) => 'field' in piece.at && pattern.test(piece.at.field))
  const around = [
    reading.form.title ?? '',
    ...reading.leftovers.slice(0, 15),
    ...reading.headings.slice(0, 15),
  ]
  const text = around.map((one) => (typeof one === 'string' ? one : one.text)).join('\n')
  const named = /begeleidings?\s*-?\s*plan|begeleidingscontract|werkcontract/i.test(reading.form.title ?? '')
    ? 2
    : 0
  const efforts =
    Number(labelled(/^coordinatorEffort$/)) +
    Number(labelled(/^(?:teacherEffort|memberEffort|shareYieldWith)$/))
  return named + parts + efforts - (ABOUT_PUPILS.test(text) ? 3 : 0)
}
