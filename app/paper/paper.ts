import type { Language } from '../kernel/language.ts'
import type { Block as RichBlock, Run as RichRun } from '../kernel/rich.ts'
import type { PaperChart } from './paper-chart.ts'

/**
 * A document that Word and PDF can both be made of. It knows no plan: sheets with blocks, blocks with runs of text.
 * Text in it is data, never markup.
 */
export type Paper = {
  title: string
  author: string
  language: Language
  /** in the head of each page, for example the phase */
  head: string
  /** in the foot of each page, before the page number */
  foot: string
  /** '3 van 5': the words around the two numbers */
  pageWords: { page: string; of: string }
  /** little white between its parts in Word, for what has to stay within a few pages there too */
  close?: true
  /** each sheet starts on a page of its own */
  sheets: readonly Sheet[]
}

/** A boxed sheet has its parts in a frame, as a form has. */
export type Sheet = { boxed: boolean; blocks: readonly Block[] }

export type Block =
  | { kind: 'title'; runs: readonly Run[] }
  | { kind: 'lead'; runs: readonly Run[] }
  | { kind: 'quote'; runs: readonly Run[] }
  /**
   * Level 2 is a part of the sheet, level 3 an entry in it. A numbered heading counts on through the document; a
   * quiet one of level 2 looks like one of level 3, as the questions in a letter do, and one of level 3 stands small and
   * close, as in a list.
   */
  | { kind: 'heading'; level: 2 | 3; runs: readonly Run[]; capitals?: true; numbered?: true; quiet?: true }
  /** An entry paragraph stands under a numbered heading, and as far from the edge as its text. */
  | { kind: 'paragraph'; runs: readonly Run[]; entry?: true }
  /**
   * A text of more paragraphs, or with lists: under its label (`lead`), with a note behind it (`tail`). With a `mark`
   * it is one field, as a run with a mark is.
   */
  | {
      kind: 'said'
      as: 'text' | 'note'
      lead: readonly Run[]
      rich: SaidText
      tail: readonly Run[]
      entry?: true
      mark?: string
      name?: string
    }
  | { kind: 'list'; counted: boolean; items: readonly (readonly Run[])[] }
  | { kind: 'facts'; rows: readonly { label: string; text: string }[] }
  | { kind: 'names'; names: readonly string[] }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }
  | {
      kind: 'figures'
      caption: string
      head: readonly string[]
      rows: readonly { readonly name: string; readonly cells: readonly FigureCell[] }[]
    }
  /**
   * A drawing as SVG, for PDF. Word draws a chart itself, of the numbers in `chart`; any other drawing stands there in words
   * and numbers beside it. `caption` stands above it; `told`: what it shows, for who doesn't see it.
   */
  | { kind: 'picture'; caption: string; svg: string; told: string; chart?: PaperChart }
  | { kind: 'signatures'; labels: readonly string[] }
  /** A part with a frame of its own; `together` keeps it on one page where it fits. */
  | { kind: 'box'; together: boolean; blocks: readonly Block[] }

/** A number in a table of figures, with what stands small beside it and below it. */
export type FigureCell = { readonly text: string; readonly beside: string; readonly under: string }

/** Words with their looks; where it is told what changed, also words that went and words that came. */
export type SaidRun = RichRun & { readonly change?: 'gone' | 'added' }
/** A long text (`RichText`) of such words. */
export type SaidText = readonly (
  | { readonly kind: Extract<RichBlock, { runs: unknown }>['kind']; readonly runs: readonly SaidRun[] }
  | {
      readonly kind: Exclude<RichBlock, { runs: unknown }>['kind']
      readonly items: readonly (readonly SaidRun[])[]
    }
)[]

/**
 * A run of text. With a `mark` it is a field: in Word a content control with that tag and `name`, whose text a reader
 * can find back exactly. A field without text (null) shows its open place. `said` is the same text with the looks that
 * its writer gave the words.
 */
export type Run = ({ as: RunKind; text: string } | FieldRun) & { said?: readonly SaidRun[] }
type FieldRun = {
  as: 'field' | 'strong-field'
  text: string | null
  mark: string
  name: string
  open?: string
}
/** word and label: the form's own words; note: said beside the text; thread: what it is tied to. */
export type RunKind = 'text' | 'word' | 'label' | 'note' | 'thread'

/** What an empty field shows, as the form of Figuur 1 does. */
export const OPEN_PLACE = '…..'

export const textRun = (text: string): Run => ({ as: 'text', text })
export const wordRun = (text: string): Run => ({ as: 'word', text })
export const labelRun = (text: string): Run => ({ as: 'label', text })
export const noteRun = (text: string): Run => ({ as: 'note', text })
export const threadRun = (text: string): Run => ({ as: 'thread', text })

/** The words of a run with their looks: what it shows, or the open place of a field without text. */
export function saidIn(run: Run): readonly SaidRun[] {
  if (run.text !== null) return run.said ?? [{ text: run.text }]
  return [{ text: 'mark' in run ? (run.open ?? OPEN_PLACE) : '' }]
}

/**
 * Text that every kind of file can hold: line feeds alone divide lines, no control characters, no halves of
 * characters. An empty text is no text.
 */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\v\f]/g, ' ')
    .replace(CONTROL, '')
    .replace(NO_CHARACTER, '\uFFFD')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
const CONTROL = /[\u0000-\u0008\u000E-\u001F]/g
const NO_CHARACTER = /[\uFFFE\uFFFF]/g
