import { SaxesParser } from 'saxes'

export const XML_REASONS = ['entities', 'too-deep', 'too-long', 'damaged'] as const
export type XmlReason = (typeof XML_REASONS)[number]

/** Thrown while XML streams in; caught where a Word file is opened, never leaves this folder. */
export class XmlStopped extends Error {
  readonly reason: XmlReason
  constructor(reason: XmlReason) {
    super(reason)
    this.reason = reason
  }
}

/** An attribute by its local name ('val' for 'w:val'). */
export type Attribute = (local: string) => string | undefined

export type XmlHandler = {
  open: (name: string, attribute: Attribute) => void
  text: (text: string) => void
  close: (name: string) => void
}

export type XmlMost = { readonly depth: number; readonly tags: number; readonly text: number }

const MOST: XmlMost = { depth: 400, tags: 2_000_000, text: 6_000_000 }

/** The prefixes under which the rest of this folder knows Word's namespaces, transitional and strict. */
const PREFIX: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
])

/**
 * Reads XML as it streams in, without recursion. A document type declaration is refused, so entities can't expand;
 * depth, number of tags and length of text have limits.
 */
export async function readXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  for await (const _ of xmlPieces(chunks, handler));
}

/** The same, with a stop after every piece, for who takes what was found so far. */
export async function* xmlPieces(
  chunks: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  most: XmlMost = MOST,
) {
  const parser = guardedParser(handler, most)
  let decoder: TextDecoder | null = null
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk))
    parser.write(decoder.decode(chunk, { stream: true }))
    yield
  }
  if (!decoder) throw new XmlStopped('damaged')
  parser.write(decoder.decode()).close()
}

const encodingOf = (start: Uint8Array) =>
  start[0] === 0xff && start[1] === 0xfe
    ? 'utf-16le'
    : start[0] === 0xfe && start[1] === 0xff
      ? 'utf-16be'
      : 'utf-8'

function guardedParser(handler: XmlHandler, most: XmlMost) {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  const prefixes = new Map<string, string>()
  const count = { depth: 0, tags: 0, text: 0 }
  parser.on('error', () => stop('damaged'))
  parser.on('doctype', () => stop('entities'))
  parser.on('opentag', (tag) => {
    count.depth += 1
    count.tags += 1
    if (count.depth > most.depth) stop('too-deep')
    if (count.tags > most.tags) stop('too-long')
    learnPrefixes(tag.attributes, prefixes)
    handler.open(plainName(tag.name, prefixes), attributeOf(tag.attributes))
  })
  parser.on('text', (text) => {
    count.text += text.length
    if (count.text > most.text) stop('too-long')
    handler.text(text)
  })
  parser.on('cdata', (text) => handler.text(text))
  parser.on('closetag', (tag) => {
    count.depth -= 1
    handler.close(plainName(tag.name, prefixes))
  })
  return parser
}

function stop(reason: XmlReason): never {
  throw new XmlStopped(reason)
}

/** Some writers use prefixes of their own ('ns0:p'); the namespace tells which is meant. */
function learnPrefixes(attributes: Record<string, string>, prefixes: Map<string, string>) {
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue
    const known = PREFIX.get(attributes[name] ?? '')
    if (known !== undefined) prefixes.set(name.slice(6), known)
  }
}

function plainName(name: string, prefixes: ReadonlyMap<string, string>) {
  const colon = name.indexOf(':')
  const known = prefixes.get(colon < 0 ? '' : name.slice(0, colon))
  if (known === undefined) return name
  const local = name.slice(colon + 1)
  return known === '' ? local : `${known}:${local}`
}

function attributeOf(attributes: Record<string, string>): Attribute {
  return (local) => {
    const plain = attributes[`w:${local}`] ?? attributes[local]
    if (plain !== undefined) return plain
    for (const name in attributes) if (name.endsWith(`:${local}`)) return attributes[name]
    return undefined
  }
}
