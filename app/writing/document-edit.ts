import type * as Y from 'yjs'
import { XmlElement, XmlText } from 'yjs'
import { type Block, parseRich, type RichText, writeRich } from '../kernel/rich.ts'
import { type Look, type Run, tidyRuns } from '../kernel/rich-run.ts'
import {
  blocksOf,
  emptyParagraph,
  fragmentOf,
  itemOf,
  itemsIn,
  linesOf,
  nodeOf,
  piecesOf,
  textNodeOf,
  textOf,
} from './document.ts'
import { alignment } from './document-align.ts'
import { editWords } from './document-words.ts'

/**
 * Turns what a document says into another text with as small an edit as can be, so that what others write elsewhere
 * in it at the same time stays: blocks that are the same are not touched, changed ones are changed word by word.
 */
export function editDocument(doc: Y.Doc, text: string): void {
  const wanted = parseRich(text)
  doc.transact(() => {
    const isEdited = editBlocks(fragmentOf(doc), wanted)
    if (!isEdited || textOf(doc) !== writeRich(wanted)) replaceAll(fragmentOf(doc), wanted)
  })
}

/** For a document that holds what no editor writes, or another text altogether. */
function replaceAll(fragment: Y.XmlFragment, wanted: RichText) {
  fragment.delete(0, fragment.length)
  fragment.insert(0, wanted.length > 0 ? wanted.map(nodeOf) : [emptyParagraph()])
}

type Parent = Y.XmlFragment | Y.XmlElement
type Node = XmlElement | XmlText
type Kind<Wanted> = {
  /** What tells two pieces apart; '' for one without words. */
  readonly key: (wanted: Wanted) => string
  readonly keyOf: (node: unknown) => string
  readonly make: (wanted: Wanted) => XmlElement
  /** Changes a node in its place; false when that can't be. */
  readonly change: (node: unknown, wanted: Wanted) => boolean
}

/** False when too much is another: nothing was changed. */
function editChildren<Wanted>(parent: Parent, wanted: readonly Wanted[], kind: Kind<Wanted>): boolean {
  const nodes = parent.toArray()
  const steps = alignment(nodes.map(kind.keyOf), wanted.map(kind.key))
  let at = 0
  for (const { from, to, same } of steps ?? []) {
    const node = from === null ? null : nodes[from]
    const target = to === null ? undefined : wanted[to]
    if (target === undefined) {
      // An empty paragraph may be the one in which somebody is about to type.
      if (kind.keyOf(node) === '') at++
      else parent.delete(at, 1)
      continue
    }
    if (node && !same && !kind.change(node, target)) parent.delete(at, 1)
    if (!node || (!same && parent.get(at) !== node)) parent.insert(at, [kind.make(target)])
    at++
  }
  return steps !== null
}

const editBlocks = (parent: Y.XmlFragment, wanted: RichText) =>
  editChildren<Block>(parent, wanted, {
    key: (block) => writeRich([block]),
    keyOf: (node) => writeRich(blocksOf(node)),
    make: nodeOf,
    change: changeBlock,
  })

function changeBlock(node: unknown, block: Block): boolean {
  if (!(node instanceof XmlElement)) return false
  if (block.kind === 'paragraph') return node.nodeName === 'paragraph' && editLines(node, block.runs)
  if (node.nodeName !== (block.kind === 'bullets' ? 'bulletList' : 'orderedList')) return false
  return editItems(node, block.items)
}

const itemKey = (items: readonly (readonly Run[])[]) =>
  items.length > 0 ? writeRich([{ kind: 'bullets', items }]) : ''

const editItems = (list: XmlElement, wanted: readonly (readonly Run[])[]) =>
  editChildren<readonly Run[]>(list, wanted, {
    key: (runs) => itemKey([runs]),
    keyOf: (node) => itemKey(itemsIn(node)),
    make: itemOf,
    change: (node, runs) => {
      if (!(node instanceof XmlElement) || node.nodeName !== 'listItem' || node.length !== 1) return false
      const paragraph = node.get(0)
      return (
        paragraph instanceof XmlElement && paragraph.nodeName === 'paragraph' && editLines(paragraph, runs)
      )
    },
  })

const isBreak = (node: Node) => node instanceof XmlElement && node.nodeName === 'hardBreak'

/** Changes the lines of a paragraph; false when it holds something else than words and line breaks, or other ones. */
function editLines(paragraph: XmlElement, runs: readonly Run[]): boolean {
  const nodes = paragraph.toArray() as Node[]
  if (!nodes.every((node) => node instanceof XmlText || isBreak(node))) return false
  const now = nodesOfLines(nodes)
  const wanted = linesOf(runs)
  const lineKeys = wanted.map((line) => JSON.stringify(line))
  const steps = alignment(now.map(lineKey), lineKeys)
  let at = 0
  let made = 0
  for (const { from, to, same } of steps ?? []) {
    const stays = to !== null
    const hasBreak = from !== null && from > 0
    if (hasBreak && !(stays && made > 0)) paragraph.delete(at, 1)
    if (!hasBreak && stays && made > 0) paragraph.insert(at, [new XmlElement('hardBreak')])
    if (stays && made > 0) at++
    const texts = from === null ? [] : (now[from] ?? [])
    at += same ? texts.length : editLine(paragraph, at, texts, to === null ? [] : (wanted[to] ?? []))
    if (stays) made++
  }
  return steps !== null
}

function nodesOfLines(nodes: readonly Node[]): XmlText[][] {
  const lines: XmlText[][] = [[]]
  for (const node of nodes) {
    if (node instanceof XmlText) lines.at(-1)?.push(node)
    else lines.push([])
  }
  return lines
}

/** Several text nodes side by side come from writers who met there; they are put together. */
const lineKey = (texts: readonly XmlText[]) =>
  texts.length > 1 ? 'several' : JSON.stringify(texts.flatMap((text) => tidyRuns(piecesOf(text).map(runOf))))

const runOf = ({ text, look }: { text: string; look: Look }): Run => ({ text, ...look })

/** Changes one line, whose text nodes begin at `at`; answers how many nodes it has afterwards. */
function editLine(
  paragraph: XmlElement,
  at: number,
  texts: readonly XmlText[],
  runs: readonly Run[],
): number {
  const [first] = texts
  const stay = first && runs.length > 0 ? 1 : 0
  if (texts.length > stay) paragraph.delete(at + stay, texts.length - stay)
  if (runs.length === 0) return 0
  if (first) editWords(first, runs)
  else paragraph.insert(at, [textNodeOf(runs)])
  return 1
}
