import { Paragraph, type ParagraphChild, type Table } from 'docx'
import { runsOfRich } from '../kernel/rich-lines.ts'
import type { Block, SaidRun, SaidText } from './paper.ts'
import { blockControl, saidElements, wordRuns } from './paper-word-runs.ts'
import { DASHED, ITEMS, SHIFT } from './paper-word-styles.ts'

type List = Extract<SaidText[number], { items: unknown }>
type Said = Extract<Block, { kind: 'said' }>

/**
 * A text of several paragraphs, or with lists: its label, then Word's own paragraphs and lists. A field has one content
 * control around all of them, its label too: LibreOffice shows no looks in the first paragraph of one.
 */
export function wordSaid(block: Said): (Paragraph | Table)[] {
  const style = block.entry ? 'PaperEntry' : 'PaperText'
  const look = block.as === 'note' ? 'PaperNote' : null
  const { mark, name } = block
  const lead = new Paragraph({ style, keepNext: true, children: wordRuns(block.lead) })
  const said = [
    ...(block.lead.length > 0 ? [lead] : []),
    ...paragraphsOf(block.rich, style, look, block.entry === true),
  ]
  return [
    // The library's types know no control around paragraphs; the file format does.
    ...(mark === undefined ? said : [blockControl({ mark, name: name ?? '' }, said) as unknown as Paragraph]),
    ...(block.tail.length > 0 ? [new Paragraph({ style, children: wordRuns(block.tail) })] : []),
  ]
}

const paragraphsOf = (rich: SaidText, style: string, look: string | null, indented: boolean) =>
  rich.flatMap((block) =>
    block.kind === 'paragraph'
      ? [new Paragraph({ style, children: childrenOf(block.runs, look) })]
      : pointsOf(block, look, indented),
  )

let lists = 0

/** Each list is an instance of its own, so that a numbered one counts from one. */
function pointsOf(list: List, look: string | null, indented: boolean) {
  lists += 1
  const numbering = { reference: list.kind === 'numbers' ? ITEMS : DASHED, level: 0, instance: lists }
  const indent = indented ? { indent: { left: 2 * SHIFT, hanging: SHIFT } } : {}
  return list.items.map(
    (item) =>
      new Paragraph({
        style: 'PaperPoint',
        numbering,
        ...indent,
        children: saidElements(item, look) as ParagraphChild[],
      }),
  )
}

/** As lines, so that a paragraph that begins as a point does is told from a point when it is read back. */
const childrenOf = (runs: readonly SaidRun[], look: string | null) => {
  const said = runs.some(({ change }) => change) ? runs : runsOfRich([{ kind: 'paragraph', runs }])
  return saidElements(said, look) as ParagraphChild[]
}
