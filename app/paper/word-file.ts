import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { bodyHandler } from './word-body.ts'
import type { Block, WordDocument } from './word-document.ts'
import { linksHandler } from './word-links.ts'
import { Page } from './word-page.ts'
import { emptyStyleSheet, noNumbering, numberingHandler, styleHandler } from './word-styles.ts'
import { type Attribute, readXml, XmlStopped } from './xml-in.ts'
import { openZip, type Zip, ZipStopped } from './zip-in.ts'

/** Why a file from outside is not read as a Word file. */
export const WORD_REASONS = [
  'no-bytes',
  'too-large',
  'old-doc',
  'password',
  'damaged',
  'not-word',
  'bomb',
  'too-many-parts',
  'entities',
  'too-deep',
  'too-long',
] as const
export type WordReason = (typeof WORD_REASONS)[number]

const MAIN_TYPES = /wordprocessingml|ms-word/

/**
 * Reads a `.docx` from outside. Only text parts are read; nothing is run, fetched or stored.
 * @returns the neutral document, or why it can't be read
 */
export async function readWordFile(bytes: Buffer): Promise<WordDocument | Refusal<WordReason>> {
  const wrong = wrongKind(bytes)
  if (wrong) return refuse(wrong)
  const zip = await openZip(bytes)
  if (isRefusal(zip)) return zip
  try {
    return await readParts(zip)
  } catch (error) {
    return refuse(error instanceof XmlStopped || error instanceof ZipStopped ? error.reason : 'damaged')
  }
}

const starts = (bytes: Buffer, ...start: number[]) => start.every((byte, index) => bytes[index] === byte)

/** What the first bytes already tell. A `.docx` with a password is, just as an old `.doc`, a compound file. */
function wrongKind(bytes: Buffer): WordReason | null {
  if (bytes.length === 0) return 'no-bytes'
  if (bytes.length > 20 * 2 ** 20) return 'too-large'
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return 'password'
    return bytes.includes(Buffer.from('WordDocument', 'utf16le')) ? 'old-doc' : 'not-word'
  }
  return starts(bytes, 0x50, 0x4b) ? null : 'not-word'
}

async function readParts(zip: Zip): Promise<WordDocument | Refusal<WordReason>> {
  if (!zip.has('[Content_Types].xml')) return refuse('not-word')
  const main = (await relationsOf(zip, '_rels/.rels')).get('officeDocument')?.[0] ?? 'word/document.xml'
  if (!zip.has(main)) return refuse(main.startsWith('word/') ? 'damaged' : 'not-word')
  if (!MAIN_TYPES.test(await typeOf(zip, main))) return refuse('not-word')
  const relations = await relationsOf(zip, relationsFile(main))
  const sheet = emptyStyleSheet()
  for (const part of relations.get('styles') ?? []) await readXml(zip.read(part), styleHandler(sheet))
  const numbers = relations.get('numbering')?.[0]
  const counted = numberingHandler()
  if (numbers) await readXml(zip.read(numbers), counted)
  const page = new Page(sheet, numbers ? counted.numbering : noNumbering)
  const { handler, links } = linksHandler()
  if (zip.has(relationsFile(main))) await readXml(zip.read(relationsFile(main)), handler)
  await readXml(zip.read(main), bodyHandler(page, links))
  return { blocks: page.finish(), margins: await marginsOf(zip, relations) }
}

const relationsFile = (part: string) => part.replace(/([^/]*)$/, '_rels/$1.rels')

/** Parts by kind of relation ('styles', 'header'); what points outside the file is left alone. */
async function relationsOf(zip: Zip, file: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (!zip.has(file)) return found
  const folder = file.replace(/_rels\/[^/]*$/, '')
  await eachTag(zip, file, 'Relationship', (attribute) => {
    if (attribute('TargetMode') === 'External') return
    const kind = attribute('Type')?.split('/').at(-1) ?? ''
    const target = attribute('Target') ?? ''
    const part = target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, '')
    if (zip.has(part)) found.set(kind, [...(found.get(kind) ?? []), part])
  })
  return found
}

/** The declared content type of a part. */
async function typeOf(zip: Zip, part: string): Promise<string> {
  let type = ''
  await eachTag(zip, '[Content_Types].xml', 'Override', (attribute) => {
    if (attribute('PartName')?.toLowerCase() === `/${part.toLowerCase()}`)
      type = attribute('ContentType') ?? ''
  })
  return type || (part.startsWith('word/') ? 'wordprocessingml' : '')
}

function eachTag(zip: Zip, part: string, name: string, see: (attribute: Attribute) => void) {
  const local = (tag: string) => tag.slice(tag.indexOf(':') + 1)
  return readXml(zip.read(part), {
    open: (tag, attribute) => (local(tag) === name ? see(attribute) : undefined),
    text() {},
    close() {},
  })
}

/** The text around the page, so that none of it gets lost: it is no part of the running text. */
async function marginsOf(zip: Zip, relations: ReadonlyMap<string, string[]>): Promise<string[]> {
  const lines: string[] = []
  for (const kind of ['header', 'footer', 'footnotes', 'endnotes']) {
    for (const part of (relations.get(kind) ?? []).slice(0, 20)) {
      const page = new Page()
      await readXml(zip.read(part), bodyHandler(page))
      lines.push(...linesOf(page.finish()))
    }
  }
  return [...new Set(lines)]
}

function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph')
      return (
        block.runs
          .map((run) => run.text)
          .join('')
          .trim() || []
      )
    if (block.kind === 'box') return linesOf(block.blocks)
    return block.rows.flatMap((row) => row.cells.flatMap((cell) => linesOf(cell.blocks)))
  })
}
