import { BorderStyle, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx'
import type { Language } from '../kernel/language.ts'
import type { Paper } from './paper.ts'
import { STYLE_NAMES, type StyleId } from './paper-style-names.ts'

/** The width of the text in twentieths of a point: A4 without the margins. */
export const TEXT_WIDTH = 9_978

/** The counted lists: entries count on through the document, items within their own list. */
export const COUNTED = 'counted-entries'
export const ITEMS = 'counted-items'

const SERIF = 'Georgia'
const SANS = 'Verdana'
const INK = '17202A'
const SOFT = '4A535E'
const RED = 'BD1730'
/** How far a list or the text under a numbered heading stands from the edge. */
export const SHIFT = 340

const counted = (reference: string) => ({
  reference,
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '%1.',
      style: { paragraph: { indent: { left: SHIFT, hanging: SHIFT } } },
    },
  ],
})

export const DASHED = 'dashed-items'
const dashed = {
  reference: DASHED,
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '–',
      style: { paragraph: { indent: { left: SHIFT, hanging: SHIFT } } },
    },
  ],
}

export const wordNumbering: INumberingOptions = { config: [counted(COUNTED), counted(ITEMS), dashed] }

const rule = { style: BorderStyle.SINGLE, size: 6, color: INK, space: 6 }
const thread = { style: BorderStyle.SINGLE, size: 16, color: RED, space: 10 }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto', space: 0 }

/** The white between the parts of a document, `line` in parts of a line of 240; and how large its headings are. */
const WHITE = {
  open: {
    line: 264,
    item: 40,
    lead: 160,
    sheet: { before: 200, after: 120 },
    entry: { before: 120, after: 40 },
    sheetSize: 36,
    entrySize: 19,
  },
  close: {
    line: 244,
    item: 20,
    lead: 80,
    sheet: { before: 120, after: 40 },
    entry: { before: 70, after: 10 },
    sheetSize: 32,
    entrySize: 18,
  },
}
type White = (typeof WHITE)['open']

/** The styles of every Word file of the house; a person can change them in one place. */
export function wordStyles({ language, close }: Pick<Paper, 'language' | 'close'>): IStylesOptions {
  const white = close ? WHITE.close : WHITE.open
  const entry = {
    run: { ...ENTRY.run, size: white.entrySize },
    paragraph: { ...ENTRY.paragraph, spacing: white.entry },
  }
  return {
    default: { document: everywhere(language, white), title: TITLE, heading1: PART, heading2: entry },
    paragraphStyles: [...formStyles(white), ...pageStyles(white)],
    characterStyles: CHARACTER_STYLES,
  }
}

const everywhere = (language: Language, { line }: White) => ({
  run: { font: SERIF, size: 19, color: INK, language: { value: language === 'nl' ? 'nl-NL' : 'en-GB' } },
  paragraph: { spacing: { line, lineRule: LineRuleType.AUTO } },
})

const TITLE = {
  run: { font: SERIF, size: 40, color: INK },
  paragraph: { spacing: { before: 60, after: 60 } },
}
const PART = {
  run: { font: SANS, size: 19, bold: true, allCaps: true, color: INK },
  paragraph: { spacing: { before: 160, after: 60 }, border: { top: rule }, keepNext: true },
}
const ENTRY = {
  run: { font: SERIF, bold: true, color: INK },
  paragraph: { keepNext: true },
}

type RunLook = {
  font?: string
  size?: number
  color?: string
  bold?: boolean
  allCaps?: boolean
  underline?: object
}
type Spacing = { before?: number; after?: number; line?: number; lineRule?: typeof LineRuleType.AUTO }

const paragraphStyle = (id: StyleId, run: RunLook, spacing: Spacing) => ({
  id,
  name: STYLE_NAMES[id],
  basedOn: 'Normal',
  quickFormat: true,
  run,
  paragraph: { spacing },
})

const formStyles = (white: White) => [
  paragraphStyle('PaperText', {}, { after: 60 }),
  {
    ...paragraphStyle('PaperEntry', {}, {}),
    basedOn: 'PaperText',
    paragraph: { indent: { left: SHIFT } },
  },
  paragraphStyle('PaperItem', {}, { after: white.item }),
  paragraphStyle('PaperPoint', {}, { after: 40 }),
  paragraphStyle('PaperFact', {}, { after: 60 }),
  paragraphStyle(
    'PaperFigure',
    { font: SANS, size: 17 },
    { before: 20, after: 20, line: 240, lineRule: LineRuleType.AUTO },
  ),
]

const pageStyles = (white: White) => [
  paragraphStyle('PaperLead', { font: SANS, size: 17, color: SOFT }, { after: white.lead }),
  {
    ...paragraphStyle('PaperQuote', { size: 26 }, {}),
    paragraph: { spacing: { before: 200, after: 200 }, indent: { left: SHIFT }, border: { left: thread } },
  },
  paragraphStyle('PaperHead', { font: SANS, size: 16, color: SOFT }, {}),
  paragraphStyle('PaperFoot', { font: SANS, size: 16, color: SOFT }, {}),
  {
    ...paragraphStyle('PaperSheet', { font: SERIF, size: white.sheetSize, bold: false, allCaps: false }, {}),
    basedOn: 'Heading1',
    paragraph: { spacing: white.sheet, border: { top: none }, outlineLevel: 0 },
  },
]

const characterStyle = (id: StyleId, run: RunLook) => ({
  id,
  name: STYLE_NAMES[id],
  basedOn: 'DefaultParagraphFont',
  run,
})

const CHARACTER_STYLES = [
  characterStyle('PaperWord', {}),
  characterStyle('PaperLabel', { font: SANS, size: 17, bold: true }),
  characterStyle('PaperNote', {
    font: SANS,
    size: 17,
    bold: false,
    allCaps: false,
    color: SOFT,
  }),
  characterStyle('PaperSmall', { font: SANS, size: 14, color: SOFT }),
  characterStyle('PaperThread', { font: SANS, size: 17, bold: false, allCaps: false, color: RED }),
  characterStyle('PaperOpen', { color: SOFT }),
  characterStyle('PaperLink', { underline: {} }),
]
