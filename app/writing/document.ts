import * as Y from 'yjs'
import { type Block, parseRich, type RichText, writeRich } from '../kernel/rich.ts'
import { type Look, type Run, tidyRuns } from '../kernel/rich-run.ts'
import { cleanWords } from './passage.ts'

/**
 * The document of a passage: a Yjs fragment with the nodes and marks that the editor writes. Here it is read and made
 * without the editor; whatever else a client may have put in it is passed over.
 */

/** The names of the shared types of a document: its words, and what it is. */
export const ROOT = 'text'
const META = 'meta'
/** How deep nodes may lie in each other: the words of a point of a list lie three deep. */
const DEEPEST = 8

export const fragmentOf = (doc: Y.Doc) => doc.getXmlFragment(ROOT)

/** The text of a document in its stored form. */
export const textOf = (doc: Y.Doc) => writeRich(richOf(doc))

/** A text in the form in which a document of it is stored; old texts may lie there in another. */
export const writtenForm = (text: string) => writeRich(parseRich(text))

/** The text of a document, block by block; blocks without words are left out. */
export const richOf = (doc: Y.Doc): RichText => fragmentOf(doc).toArray().flatMap(blocksOf)

/** The blocks of one node of the fragment: one, or none when it holds no words. */
export function blocksOf(node: unknown): Block[] {
  const kind = node instanceof Y.XmlElement ? LISTS[node.nodeName] : undefined
  if (kind && node instanceof Y.XmlElement) {
    const items = itemsOf(node, 1)
    return items.length > 0 ? [{ kind, items }] : []
  }
  const runs = runsOf(node)
  return runs.length > 0 ? [{ kind: 'paragraph', runs }] : []
}

const LISTS: Record<string, 'bullets' | 'numbers' | undefined> = {
  bulletList: 'bullets',
  orderedList: 'numbers',
}

/** The points of a list; those of a list within it follow theirs. */
export const itemsOf = (list: Y.XmlElement, depth: number): (readonly Run[])[] =>
  depth > DEEPEST ? [] : list.toArray().flatMap((node) => itemsIn(node, depth))

/** The points in one node of a list: its words, and those of a list within it. */
export function itemsIn(node: unknown, depth = 1): (readonly Run[])[] {
  const parts = node instanceof Y.XmlElement ? node.toArray() : [node]
  const isList = (part: unknown): part is Y.XmlElement =>
    part instanceof Y.XmlElement && LISTS[part.nodeName] !== undefined
  const lines = parts.filter((part) => !isList(part)).map(runsOf)
  const words = tidyRuns(lines.flatMap((runs) => [{ text: '\n' }, ...runs]))
  const inner = parts.filter(isList).flatMap((part) => itemsOf(part, depth + 1))
  return [...(words.length > 0 ? [words] : []), ...inner]
}

/** The words within a node with their look; a line break is a line feed. */
const runsOf = (node: unknown): Run[] => tidyRuns(rawRuns(node, 0))

function rawRuns(node: unknown, depth: number): Run[] {
  if (node instanceof Y.XmlText)
    return piecesOf(node).map(({ text, look }) => ({ text: cleanWords(text), ...look }))
  if (!(node instanceof Y.XmlElement) || depth > DEEPEST) return []
  if (node.nodeName === 'hardBreak') return [{ text: '\n' }]
  return node.toArray().flatMap((child) => rawRuns(child, depth + 1))
}

export type Attributes = Readonly<Record<string, unknown>>
type Piece = { readonly text: string; readonly look: Look; readonly attributes: Attributes }

/** The words of a text node as they lie there; anything else in it counts as one sign that says nothing. */
export const piecesOf = (node: Y.XmlText): Piece[] =>
  (node.toDelta() as { insert: unknown; attributes?: Attributes }[]).map(({ insert, attributes = {} }) => ({
    text: typeof insert === 'string' ? insert : '',
    look: lookFrom(attributes),
    attributes,
  }))

/** Which mark an attribute is: `link--8d3f…` is how the editor names one that stands there twice. */
export const markOf = (attribute: string) => attribute.replace(/--.*$/, '')

function lookFrom(attributes: Attributes): Look {
  const look: { bold?: true; italic?: true; href?: string } = {}
  for (const [name, value] of Object.entries(attributes)) {
    const mark = markOf(name)
    if (value === null || value === undefined || value === false) continue
    if (mark === 'bold' || mark === 'italic') look[mark] = true
    const href = mark === 'link' && typeof value === 'object' && 'href' in value ? value.href : null
    if (typeof href === 'string') look.href = href
  }
  return look
}

/** A new document that holds a text. An empty one has one empty paragraph, in which its first writers meet. */
export function documentOf(text: string, id: string): Y.Doc {
  const doc = new Y.Doc()
  const blocks = parseRich(text)
  doc.transact(() => {
    doc.getMap(META).set('id', id)
    fragmentOf(doc).insert(0, blocks.length > 0 ? blocks.map(nodeOf) : [emptyParagraph()])
  })
  return doc
}

/**
 * With its text node already there: two who type their first letter at once each made one, and when their editors
 * joined the two a letter could stand there twice.
 */
export function emptyParagraph(): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText()])
  return paragraph
}

/** Which document this is: one that was made anew in its place has another id, and the two never merge. */
export function idOf(doc: Y.Doc): string | null {
  const id = doc.getMap(META).get('id')
  return typeof id === 'string' ? id : null
}

export function nodeOf(block: Block): Y.XmlElement {
  if (block.kind === 'paragraph') return paragraphOf(block.runs)
  const list = new Y.XmlElement(block.kind === 'bullets' ? 'bulletList' : 'orderedList')
  list.insert(0, block.items.map(itemOf))
  return list
}

export function itemOf(runs: readonly Run[]): Y.XmlElement {
  const item = new Y.XmlElement('listItem')
  item.insert(0, [paragraphOf(runs)])
  return item
}

function paragraphOf(runs: readonly Run[]): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  const nodes = linesOf(runs).flatMap((line, index) => [
    ...(index > 0 ? [new Y.XmlElement('hardBreak')] : []),
    ...(line.length > 0 ? [textNodeOf(line)] : []),
  ])
  paragraph.insert(0, nodes)
  return paragraph
}

export function textNodeOf(runs: readonly Run[]): Y.XmlText {
  const node = new Y.XmlText()
  node.applyDelta(runs.map(({ text, ...look }) => ({ insert: text, attributes: attributesOf(look) })))
  return node
}

/** The lines of a paragraph: its runs cut at line feeds. */
export function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const { text, ...look } of runs) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push({ text: part, ...look })
    }
  }
  return lines
}

/** How the editor writes a look down. */
export const attributesOf = ({ bold, italic, href }: Look): Record<string, object> => ({
  ...(bold && { bold: {} }),
  ...(italic && { italic: {} }),
  ...(href !== undefined && { link: { href } }),
})
