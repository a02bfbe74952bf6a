import type { Moment } from '../kernel/day.ts'
import type { VisionLineId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { lineOf, linesOf } from './line.ts'

/** One sentence of the school's vision. A retired line stays readable: goals of past years hang on it. */
export type VisionLine = {
  readonly id: VisionLineId
  readonly text: string
  /** A few words for where the sentence is too long: 'Goede instructie'. */
  readonly short: string
  readonly retiredAt: Moment | null
}

export type VisionReason =
  | 'line-empty'
  | 'line-long'
  | 'short-empty'
  | 'short-long'
  | 'too-many-lines'
  | 'too-few-lines'
  | 'line-retired'
  | 'line-active'

export type VisionRefusal = Refusal<VisionReason>

export const FEWEST_LINES = 3
export const MOST_LINES = 9
export const LONGEST_LINE = 200
export const LONGEST_SHORT = 30

export const isActive = (line: { readonly retiredAt: Moment | null }) => line.retiredAt === null

export const activeLines = (lines: readonly VisionLine[]) => lines.filter(isActive)

export type WrittenLine = { readonly text: string; readonly short: string }

/** A vision line from a form (`text`, `short`); an empty short name is proposed from the sentence. */
export function parseVisionLine(form: FormData): WrittenLine | VisionRefusal {
  const text = parseSentence(form.get('text'))
  if (typeof text !== 'string') return text
  const short = parseShort(form.get('short'), text)
  return typeof short === 'string' ? { text, short } : short
}

function parseSentence(value: unknown): string | VisionRefusal {
  const text = lineOf(value).replace(/^[-•*–]\s+|^\d{1,2}[.)]\s+/, '')
  if (!/\p{L}/u.test(text)) return refuse('line-empty', 'text')
  return text.length <= LONGEST_LINE ? text : refuse('line-long', 'text')
}

function parseShort(value: unknown, text: string): string | VisionRefusal {
  const short = lineOf(value) || proposedShort(text)
  if (!/\p{L}/u.test(short)) return refuse('short-empty', 'short')
  return short.length <= LONGEST_SHORT ? short : refuse('short-long', 'short')
}

/** The vision at once, a sentence a line: three to nine, with proposed short names. */
export function parseVision(value: unknown): WrittenLine[] | VisionRefusal {
  const sentences = linesOf(value).map(parseSentence)
  if (sentences.length < FEWEST_LINES) return refuse('too-few-lines', 'vision')
  if (sentences.length > MOST_LINES) return refuse('too-many-lines', 'vision')
  const lines: WrittenLine[] = []
  for (const text of sentences) {
    if (typeof text !== 'string') return { ...text, field: 'vision' }
    lines.push({ text, short: proposedShort(text) })
  }
  return lines
}

/** Why one more line can't be, or null. */
export const mayAddLine = (lines: readonly VisionLine[]) =>
  activeLines(lines).length >= MOST_LINES ? refuse('too-many-lines') : null

/** Why a line can't be retired, or null: at least three stay. */
export function mayRetireLine(lines: readonly VisionLine[], line: VisionLine): VisionRefusal | null {
  if (!isActive(line)) return refuse('line-retired')
  return activeLines(lines).length <= FEWEST_LINES ? refuse('too-few-lines') : null
}

/** The active lines in their new order after one went a place up (-1) or down (+1); at an edge nothing moves. */
export function moved(lines: readonly VisionLine[], id: VisionLineId, step: -1 | 1): VisionLine[] {
  const order = [...activeLines(lines)]
  const from = order.findIndex((line) => line.id === id)
  const line = order[from]
  const other = order[from + step]
  if (line && other) {
    order[from] = other
    order[from + step] = line
  }
  return order
}

// What a vision sentence tends to begin with, and says nothing by itself.
const OPENING = new Set(
  `we wij ons onze onze elk elke ieder iedere alle kind kinderen leerling leerlingen krijgt krijgen dag hebben heeft is zijn
   geven geeft bieden biedt willen zorgen werken staan gaan maken voor aan dat de het een in op bij onze school
   our us each every all child children pupil pupils get gets has have are give offer want work the a an at to for day`.split(
    /\s+/,
  ),
)
const JOINING = new Set(
  'en of van met de het een in op aan voor door bij die dat and or of with the a an in on to for by'.split(
    ' ',
  ),
)

/** A few words from a sentence: 'Elk kind krijgt elke dag goede instructie.' gives 'Goede instructie'. */
export function proposedShort(sentence: string): string {
  const words = sentence.replace(/[.!?…]+$/, '').split(' ')
  const start = words.findIndex((word) => !OPENING.has(word.toLowerCase()))
  const kept = firstWords(start < 0 ? words : words.slice(start))
  const short = kept.join(' ').replace(/[,;:]$/, '')
  return (short.charAt(0).toUpperCase() + short.slice(1, LONGEST_SHORT)).trim()
}

function firstWords(words: readonly string[]) {
  const kept: string[] = []
  for (const word of words) {
    if (kept.length > 0 && [...kept, word].join(' ').length > LONGEST_SHORT) break
    if (kept.length >= 3 && /^(en|and|of|or)$/i.test(word)) break
    kept.push(word)
    if (/[;:.!?]$/.test(word) || (kept.length >= 3 && word.endsWith(','))) break
  }
  while (kept.length > 1 && JOINING.has((kept.at(-1) ?? '').toLowerCase())) kept.pop()
  return kept
}
