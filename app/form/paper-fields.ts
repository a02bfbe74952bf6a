import { longDay } from '../kernel/day.ts'
import { parseRich, plainOf, type RichText, type Run as SaidRun, wordsOf } from '../kernel/rich.ts'
import { runsOfRich } from '../kernel/rich-lines.ts'
import { type Block, labelRun, noteRun, plainText, type Run, textRun } from '../paper/paper.ts'
import type { PaperText } from './paper-text.ts'
import type { PaperEntry, PlanPaper } from './plan-paper.ts'

/** A label with its field, and what is said beside it. */
export type Field = { field: string; label: string; text: string | null; beside?: string }
/** Fields that stand in one paragraph, as in Figuur 1. */
export type Line = readonly Field[]

export type Paragraph = Extract<Block, { kind: 'paragraph' | 'said' }>

/** From here on a text is long: it gets a paragraph of its own. */
export const LONG = 700

export const field = (name: string, label: string, text: string | null): Field => ({
  field: name,
  label,
  text,
})

/** How, and the moments beside it that the text does not name itself. */
export function evaluationField(
  paper: PlanPaper,
  text: PaperText,
  entry: PaperEntry & { evaluation: string | null },
): Field {
  const said = plainOf(entry.evaluation ?? '').toLowerCase()
  const days = entry.evaluationDays
    .map((day) => longDay(day, paper.language))
    .filter((day) => !said.includes(withoutYear(day).toLowerCase()))
  return { ...field('evaluation', text.label.evaluation, entry.evaluation), beside: days.join(', ') }
}

const withoutYear = (day: string) => day.replace(/ \d{4}$/, '')

/** Run on in one paragraph as in Figuur 1, unless a text has several lines or much to say: then each for itself. */
export function fieldParagraphs(line: Line, mark: string): Paragraph[] {
  const long = line.some(({ text }) => text !== null && (text.includes('\n') || text.length > LONG))
  const parts = long ? line.map((one) => [one]) : [line]
  return parts.map((part) => {
    const [only] = part
    const rich = richOf(only?.text ?? null)
    if (only && part.length === 1 && hasBlocks(rich)) return fieldBlocks(only, rich, mark)
    return { kind: 'paragraph', runs: part.flatMap((one, at) => fieldRuns(one, mark, at > 0)) }
  })
}

/** More than a single paragraph. */
export const hasBlocks = (rich: RichText): boolean =>
  rich.length > 1 || (rich[0] !== undefined && rich[0].kind !== 'paragraph')

/** The text of a field, as every file can hold it. */
export const richOf = (text: string | null): RichText => (text === null ? [] : parseRich(plainText(text)))

const fieldBlocks = (one: Field, rich: RichText, mark: string): Paragraph => ({
  kind: 'said',
  as: 'text',
  lead: [labelOf(one.label)],
  rich,
  tail: one.beside ? [noteRun(`(${plainText(one.beside)})`)] : [],
  mark: `${mark}:${one.field}`,
  name: one.label,
})

function fieldRuns(one: Field, mark: string, spaced: boolean): Run[] {
  return [
    ...(spaced ? [textRun(' ')] : []),
    labelOf(one.label),
    { as: 'field', ...spoken(one.text), mark: `${mark}:${one.field}`, name: one.label },
    ...(one.beside ? [noteRun(` (${plainText(one.beside)})`)] : []),
  ]
}

/** 'Aanpak: ' */
export const labelOf = (label: string): Run => labelRun(`${plainText(label)}: `)

/** A text in one piece, with its looks; of one with lists or more paragraphs these are lines. */
export function spoken(text: string | null): { text: string | null; said?: readonly SaidRun[] } {
  const rich = richOf(text)
  if (rich.length === 0) return { text: null }
  const said = runsOfRich(rich)
  return { text: wordsOf(said), ...(said.length > 1 || said.some(looks) ? { said } : {}) }
}

const looks = ({ bold, italic, href }: SaidRun) => bold || italic || href !== undefined

/** A field's text as every file can hold it; an empty one is none. */
export const plain = (text: string | null) => (text === null ? null : plainText(text) || null)
