import { BorderStyle, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx'
import type { Language } from '../kernel/language.ts'
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

/** The styles of every Word file of the house; a person can change them in one place. */
export const wordStyles = (language: Language): IStylesOptions => ({
  default: { document: everywhere(language), title: TITLE, heading1: PART, heading2: ENTRY },
  paragraphStyles: [...FORM_STYLES, ...PAGE_STYLES],
  characterStyles: CHARACTER_STYLES,
})

const everywhere = (language: Language) => ({
  run: { font: SERIF, size: 19, color: INK, language: { value: language === 'nl' ? 'nl-NL' : 'en-GB' } },
  paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO } },
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
  run: { font: SERIF, size: 19, bold: true, color: INK },
  paragraph: { spacing: { before: 120, after: 40 }, keepNext: true },
}

type RunLook = {
  font?: string
  size?: number
  color?: string
  bold?: boolean
  allCaps?: boolean
  underline?: object
}
type Spacing = { before?: number; after?: number }

const paragraphStyle = (id: StyleId, run: RunLook, spacing: Spacing) => ({
  id,
  name: STYLE_NAMES[id],
  basedOn: 'Normal',
  quickFormat: true,
  run,
  paragraph: { spacing },
})

const FORM_STYLES = [
  paragraphStyle('PaperText', {}, { after: 60 }),
  {
    ...paragraphStyle('PaperEntry', {}, {}),
    basedOn: 'PaperText',
    paragraph: { indent: { left: SHIFT } },
  },
  paragraphStyle('PaperItem', {}, { after: 40 }),
  paragraphStyle('PaperPoint', {}, { after: 40 }),
  paragraphStyle('PaperFact', {}, { after: 60 }),
]

const PAGE_STYLES = [
  paragraphStyle('PaperLead', { font: SANS, size: 17, color: SOFT }, { after: 160 }),
  {
    ...paragraphStyle('PaperQuote', { size: 26 }, {}),
    paragraph: { spacing: { before: 200, after: 200 }, indent: { left: SHIFT }, border: { left: thread } },
  },
  paragraphStyle('PaperHead', { font: SANS, size: 16, color: SOFT }, {}),
  paragraphStyle('PaperFoot', { font: SANS, size: 16, color: SOFT }, {}),
  {
    ...paragraphStyle('PaperSheet', { font: SERIF, size: 36, bold: false, allCaps: false }, {}),
    basedOn: 'Heading1',
    paragraph: { spacing: { before: 200, after: 120 }, border: { top: none }, outlineLevel: 0 },
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
  characterStyle('PaperThread', { font: SANS, size: 17, bold: false, allCaps: false, color: RED }),
  characterStyle('PaperOpen', { color: SOFT }),
  characterStyle('PaperLink', { underline: {} }),
]
