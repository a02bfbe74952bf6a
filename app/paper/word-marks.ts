import { isRefusal } from '../kernel/refusal.ts'
import type { RichText } from '../kernel/rich.ts'
import { ownStyle } from './paper-style-names.ts'
import { linksHandler } from './word-links.ts'
import { isFormWord, type MarkLine, newLine, richOfLines, textOfLines } from './word-mark-lines.ts'
import { isOn, type Numbering, noNumbering, numberingHandler } from './word-styles.ts'
import { type Attribute, readXml, type XmlHandler, XmlStopped } from './xml-in.ts'
import { openZip, type Zip, ZipStopped } from './zip-in.ts'

/** A paragraph of a Word file with its content controls: what stands in them, and what stands beside them. */
export type MarkedParagraph = { style: string | null; pieces: MarkedPiece[] }

/**
 * `mark` is the control's tag; its text is null as long as it shows its placeholder, and `rich` has it with its looks
 * and lists. Other text has its run's style.
 */
export type MarkedPiece =
  | { mark: string; text: string | null; rich: RichText }
  | { mark: null; text: string; style: string | null }

/**
 * The content controls of a Word file from outside, in reading order; tracked changes are accepted.
 * @returns an empty list when the file can't be read: whoever reads it whole says why
 */
export async function readWordMarks(bytes: Buffer): Promise<MarkedParagraph[]> {
  const zip = await openZip(bytes)
  if (isRefusal(zip) || !zip.has('word/document.xml')) return []
  try {
    const { handler, paragraphs } = marksHandler(await besideOf(zip))
    await readXml(zip.read('word/document.xml'), handler)
    return paragraphs
  } catch (error) {
    if (error instanceof XmlStopped || error instanceof ZipStopped) return []
    throw error
  }
}

/** What the text refers to: which lists are counted, and where links lead. */
export type Beside = { readonly numbering: Numbering; readonly links: ReadonlyMap<string, string> }

async function besideOf(zip: Zip): Promise<Beside> {
  const counted = numberingHandler()
  const { handler, links } = linksHandler()
  if (zip.has('word/numbering.xml')) await readXml(zip.read('word/numbering.xml'), counted)
  if (zip.has('word/_rels/document.xml.rels'))
    await readXml(zip.read('word/_rels/document.xml.rels'), handler)
  return { numbering: counted.numbering, links }
}

const NOTHING_BESIDE: Beside = { numbering: noNumbering, links: new Map() }

type Control = { mark: string | null; placeholder: boolean; paragraphs: number; lines: MarkLine[] }
type Place = {
  readonly beside: Beside
  readonly path: string[]
  deleted: number
  readonly controls: Control[]
  paragraph: MarkedParagraph
  run: { style: string | null; bold: boolean; italic: boolean }
  href: string | null
  readonly paragraphs: MarkedParagraph[]
  /** of each piece with a mark the lines it came from, as long as more of it may follow */
  readonly linesOf: WeakMap<MarkedPiece, MarkLine[]>
}

/** Follows `document.xml` and gathers its paragraphs. */
export function marksHandler(beside = NOTHING_BESIDE): {
  handler: XmlHandler
  paragraphs: MarkedParagraph[]
} {
  const place: Place = {
    beside,
    path: [],
    deleted: 0,
    controls: [],
    paragraph: { style: null, pieces: [] },
    run: { style: null, bold: false, italic: false },
    href: null,
    paragraphs: [],
    linesOf: new WeakMap(),
  }
  const handler: XmlHandler = {
    open(name, attribute) {
      if (isDeletion(place, name)) place.deleted += 1
      OPEN[name]?.(place, attribute)
      place.path.push(name)
    },
    text: (text) => (place.path.at(-1) === 'w:t' ? say(place, text) : undefined),
    close(name) {
      place.path.pop()
      if (isDeletion(place, name)) place.deleted -= 1
      if (name === 'w:sdt') closeControl(place)
      if (name === 'w:hyperlink') place.href = null
    },
  }
  return { handler, paragraphs: place.paragraphs }
}

const isDeletion = (place: Place, name: string) =>
  (name === 'w:del' || name === 'w:moveFrom') &&
  place.path.at(-1) !== 'w:rPr' &&
  place.path.at(-1) !== 'w:trPr'

/** Inside the properties of a run, not those of a paragraph's end. */
const isOfRun = (place: Place) => place.path.at(-1) === 'w:rPr' && place.path.at(-2) === 'w:r'

const OPEN: Record<string, (place: Place, attribute: Attribute) => void> = {
  'w:p': openParagraph,
  'w:pStyle': (place, attribute) => {
    if (!marked(place)) place.paragraph.style = ownStyle(attribute('val'))
  },
  'w:numId': (place, attribute) => {
    const line = marked(place)?.lines.at(-1)
    if (line && place.path.at(-1) === 'w:numPr') line.list = listOf(place, attribute('val') ?? '0')
  },
  'w:r': (place) => {
    place.run = { style: null, bold: false, italic: false }
  },
  'w:rStyle': (place, attribute) => {
    if (isOfRun(place)) place.run.style = ownStyle(attribute('val'))
  },
  'w:b': (place, attribute) => {
    if (isOfRun(place)) place.run.bold = isOn(attribute)
  },
  'w:i': (place, attribute) => {
    if (isOfRun(place)) place.run.italic = isOn(attribute)
  },
  'w:hyperlink': (place, attribute) => {
    place.href = place.beside.links.get(attribute('id') ?? '') ?? null
  },
  'w:br': (place) => say(place, '\n'),
  'w:cr': (place) => say(place, '\n'),
  'w:tab': (place) => (place.path.at(-1) === 'w:r' ? say(place, '\t') : undefined),
  'w:noBreakHyphen': (place) => say(place, '\u2011'),
  'w:softHyphen': (place) => say(place, '\u00AD'),
  'w:sdt': (place) =>
    place.controls.push({ mark: null, placeholder: false, paragraphs: 0, lines: [newLine()] }),
  'w:tag': (place, attribute) => {
    const control = place.controls.at(-1)
    if (control && place.path.at(-1) === 'w:sdtPr') control.mark = attribute('val') ?? null
  },
  'w:showingPlcHdr': (place, attribute) => {
    const control = place.controls.at(-1)
    if (control) control.placeholder = isOn(attribute)
  },
}

function listOf(place: Place, numId: string): MarkLine['list'] {
  const kind = numId === '0' ? 'none' : place.beside.numbering.kind(numId, 0)
  return kind === 'none' ? null : { kind: kind === 'ordered' ? 'numbers' : 'bullets', id: numId }
}

/** A control around whole paragraphs has a line for each of them, and a paragraph of its own around it. */
function openParagraph(place: Place) {
  const control = marked(place)
  if (control) {
    if (control.paragraphs > 0) control.lines.push(newLine())
    control.paragraphs += 1
    if (control.paragraphs > 1 || isInParagraph(place)) return
  }
  place.paragraph = { style: null, pieces: [] }
  place.paragraphs.push(place.paragraph)
}

const isInParagraph = (place: Place) => place.path.includes('w:p')
const marked = (place: Place) => place.controls.findLast((control) => control.mark !== null)

function say(place: Place, text: string) {
  if (place.deleted > 0) return
  const { style, bold, italic } = place.run
  const line = marked(place)?.lines.at(-1)
  if (line && isFormWord(style)) line.hasFormWord = true
  if (line && !isFormWord(style)) {
    const href = place.href === null ? {} : { href: place.href }
    line.runs.push({ text, ...(bold && { bold }), ...(italic && { italic }), ...href })
  } else if (!place.controls.at(-1)?.placeholder) beside(place, text)
}

function beside(place: Place, text: string) {
  const { style } = place.run
  const last = place.paragraph.pieces.at(-1)
  if (last?.mark === null && last.style === style) last.text += text
  else place.paragraph.pieces.push({ mark: null, text, style })
}

/** Some writers cut one control in two: with nothing between them they are one again. */
function closeControl(place: Place) {
  const control = place.controls.pop()
  if (!control || control.mark === null) return
  if (place.paragraphs.length === 0) place.paragraphs.push(place.paragraph)
  const { pieces } = place.paragraph
  const last = pieces.at(-1)
  const isSame = last?.mark === control.mark
  const said = control.placeholder ? [] : control.lines
  const lines = isSame ? joined(place.linesOf.get(last) ?? [], said) : said
  const isEmpty = control.placeholder && (!isSame || last.text === null)
  const piece: MarkedPiece = {
    mark: control.mark,
    text: isEmpty ? null : textOfLines(lines),
    rich: richOfLines(lines),
  }
  place.linesOf.set(piece, lines)
  pieces.splice(isSame ? -1 : pieces.length, isSame ? 1 : 0, piece)
}

/** The halves of a control that was cut within a line. */
function joined(one: readonly MarkLine[], other: readonly MarkLine[]): MarkLine[] {
  const [last, first] = [one.at(-1), other[0]]
  if (!last || !first) return [...one, ...other]
  return [...one.slice(0, -1), { ...last, runs: [...last.runs, ...first.runs] }, ...other.slice(1)]
}
