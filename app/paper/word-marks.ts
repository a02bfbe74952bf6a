import { isRefusal } from '../kernel/refusal.ts'
import { ownStyle } from './paper-style-names.ts'
import { isOn } from './word-styles.ts'
import { type Attribute, readXml, type XmlHandler, XmlStopped } from './xml-in.ts'
import { openZip, ZipStopped } from './zip-in.ts'

/** A paragraph of a Word file with its content controls: what stands in them, and what stands beside them. */
export type MarkedParagraph = { style: string | null; pieces: MarkedPiece[] }

/** `mark` is the control's tag; its text is null as long as it shows its placeholder. Other text has its run's style. */
export type MarkedPiece =
  | { mark: string; text: string | null }
  | { mark: null; text: string; style: string | null }

/**
 * The content controls of a Word file from outside, in reading order; tracked changes are accepted.
 * @returns an empty list when the file can't be read: whoever reads it whole says why
 */
export async function readWordMarks(bytes: Buffer): Promise<MarkedParagraph[]> {
  const zip = await openZip(bytes)
  if (isRefusal(zip) || !zip.has('word/document.xml')) return []
  const { handler, paragraphs } = marksHandler()
  try {
    await readXml(zip.read('word/document.xml'), handler)
    return paragraphs
  } catch (error) {
    if (error instanceof XmlStopped || error instanceof ZipStopped) return []
    throw error
  }
}

type Control = { mark: string | null; placeholder: boolean; text: string; paragraphs: number }
type Place = {
  path: string[]
  deleted: number
  controls: Control[]
  paragraph: MarkedParagraph
  runStyle: string | null
  paragraphs: MarkedParagraph[]
}

/** Follows `document.xml` and gathers its paragraphs. */
export function marksHandler(): { handler: XmlHandler; paragraphs: MarkedParagraph[] } {
  const paragraphs: MarkedParagraph[] = []
  const paragraph = { style: null, pieces: [] }
  const place: Place = { path: [], deleted: 0, controls: [], paragraph, runStyle: null, paragraphs }
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
    },
  }
  return { handler, paragraphs }
}

const isDeletion = (place: Place, name: string) =>
  (name === 'w:del' || name === 'w:moveFrom') &&
  place.path.at(-1) !== 'w:rPr' &&
  place.path.at(-1) !== 'w:trPr'

const OPEN: Record<string, (place: Place, attribute: Attribute) => void> = {
  'w:p': openParagraph,
  'w:pStyle': (place, attribute) => {
    place.paragraph.style = ownStyle(attribute('val'))
  },
  'w:r': (place) => {
    place.runStyle = null
  },
  'w:rStyle': (place, attribute) => {
    if (place.path.at(-2) === 'w:r') place.runStyle = ownStyle(attribute('val'))
  },
  'w:br': (place) => say(place, '\n'),
  'w:cr': (place) => say(place, '\n'),
  'w:tab': (place) => (place.path.at(-1) === 'w:r' ? say(place, '\t') : undefined),
  'w:noBreakHyphen': (place) => say(place, '\u2011'),
  'w:softHyphen': (place) => say(place, '\u00AD'),
  'w:sdt': (place) => place.controls.push({ mark: null, placeholder: false, text: '', paragraphs: 0 }),
  'w:tag': (place, attribute) => {
    const control = place.controls.at(-1)
    if (control && place.path.at(-1) === 'w:sdtPr') control.mark = attribute('val') ?? null
  },
  'w:showingPlcHdr': (place, attribute) => {
    const control = place.controls.at(-1)
    if (control) control.placeholder = isOn(attribute)
  },
}

/** A control around whole paragraphs divides them by a line feed. */
function openParagraph(place: Place) {
  const control = marked(place)
  if (control) {
    if (control.paragraphs > 0) control.text += '\n'
    control.paragraphs += 1
    return
  }
  place.paragraph = { style: null, pieces: [] }
  place.paragraphs.push(place.paragraph)
}

const marked = (place: Place) => place.controls.findLast((control) => control.mark !== null)

function say(place: Place, text: string) {
  if (place.deleted > 0) return
  const control = isFormWord(place.runStyle) ? undefined : marked(place)
  if (control) control.text += text
  else if (!place.controls.at(-1)?.placeholder) beside(place, text)
}

/** A control that came to span whole paragraphs holds labels too: those are no text of the field. */
const isFormWord = (style: string | null) =>
  style === 'PaperLabel' || style === 'PaperWord' || style === 'PaperNote'

function beside(place: Place, text: string) {
  const last = place.paragraph.pieces.at(-1)
  if (last?.mark === null && last.style === place.runStyle) last.text += text
  else place.paragraph.pieces.push({ mark: null, text, style: place.runStyle })
}

/** Some writers cut one control in two: with nothing between them they are one again. */
function closeControl(place: Place) {
  const control = place.controls.pop()
  if (!control || control.mark === null) return
  const text = control.placeholder ? null : control.text
  if (place.paragraphs.length === 0) place.paragraphs.push(place.paragraph)
  const last = place.paragraph.pieces.at(-1)
  if (last?.mark === control.mark)
    last.text = last.text === null && text === null ? null : (last.text ?? '') + (text ?? '')
  else place.paragraph.pieces.push({ mark: control.mark, text })
}
