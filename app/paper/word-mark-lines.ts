import { type Block, type RichText, type Run, tidyRich, wordsOf } from '../kernel/rich.ts'
import { richOfRuns } from '../kernel/rich-lines.ts'

/** A paragraph inside a content control, or the text of a control inside a paragraph; soft breaks are line feeds. */
export type MarkLine = {
  runs: Run[]
  list: { readonly kind: 'bullets' | 'numbers'; readonly id: string } | null
  /** words of the form itself stood in it: those are no text of the field */
  hasFormWord: boolean
}

export const newLine = (): MarkLine => ({ runs: [], list: null, hasFormWord: false })

/** Whether a run has one of our own styles for labels and notes. */
export const isFormWord = (style: string | null): boolean =>
  style === 'PaperLabel' || style === 'PaperWord' || style === 'PaperNote'

/** A control that holds its label holds it in a paragraph of its own. */
const isLabel = ({ runs, hasFormWord }: MarkLine) => hasFormWord && wordsOf(runs).trim() === ''

export const textOfLines = (lines: readonly MarkLine[]): string =>
  lines
    .filter((line) => !isLabel(line))
    .map(({ runs }) => wordsOf(runs))
    .join('\n')

/** Paragraphs and lists as they stand; points of one list in Word are one list here. */
export function richOfLines(lines: readonly MarkLine[]): RichText {
  const blocks: Block[] = []
  let open: { id: string; kind: string; items: Run[][] } | null = null
  for (const { runs, list } of lines) {
    if (!list) blocks.push(...richOfRuns(runs))
    else if (open?.id === list.id && open.kind === list.kind) open.items.push(runs)
    else {
      open = { ...list, items: [runs] }
      blocks.push({ kind: list.kind, items: open.items })
    }
    if (!list) open = null
  }
  return tidyRich(blocks)
}
