import type { Page } from './word-page.ts'
import { isOn } from './word-styles.ts'
import { symbolOf } from './word-symbols.ts'
import type { Attribute, XmlHandler } from './xml-in.ts'

/** Where the links of a part lead, by the id of their relation. */
type Links = ReadonlyMap<string, string>
const LONGEST_CODE = 4000

/** Old values of tracked changes, deleted text and what is no text: the whole branch is passed by. */
const PASSED_BY = new Set([
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:tblGridChange',
  'w:tblPrExChange',
  'w:numberingChange',
  'w:sectPr',
  'w:tblGrid',
  'w:rt',
  'w:delText',
  'w:delInstrText',
  'w:ffData',
])
const PROPERTIES = new Set(['w:rPr', 'w:trPr', 'w:tcPr', 'w:numPr'])

type Field = { inCode: boolean; contents: boolean; code: string }
type Place = {
  page: Page
  links: Links
  path: string[]
  passing: number
  capture: 'text' | 'code' | null
  fields: Field[]
  controls: { placeholder: boolean; contents: boolean }[]
  choices: { chosen: boolean; from: number }[]
}

/** Follows `document.xml` (or a header, a note) and puts its blocks on the page. */
export function bodyHandler(page: Page, links: Links = new Map()): XmlHandler {
  const place: Place = {
    page,
    links,
    path: [],
    passing: 0,
    capture: null,
    fields: [],
    controls: [],
    choices: [],
  }
  return {
    open(name, attribute) {
      if (place.passing > 0 || passesBy(place, name)) place.passing += 1
      else OPEN[name]?.(place, attribute)
      place.path.push(name)
    },
    text(text) {
      if (place.passing > 0 || !place.capture) return
      if (place.capture === 'code') noteCode(place, text)
      else say(place, text.replace(/[\r\n\t]+/g, ' '))
    },
    close(name) {
      place.path.pop()
      if (place.passing > 0) place.passing -= 1
      else CLOSE[name]?.(place)
    },
  }
}

function passesBy(place: Place, name: string): boolean {
  if (PASSED_BY.has(name)) return true
  if (name === 'w:del' || name === 'w:moveFrom') return !PROPERTIES.has(place.path.at(-1) ?? '')
  const choice = place.choices.at(-1)
  return (name === 'mc:Choice' || name === 'mc:Fallback') && choice?.chosen === true
}

/** Puts text in the paragraph, unless it is a field's code or the grey text of an empty content control. */
function say(place: Place, text: string) {
  if (place.fields.some((field) => field.inCode) || place.controls.some((control) => control.placeholder))
    return
  place.page.addText(text)
}

/** Codes come in pieces; of a long one the rest is not needed. */
function noteCode(place: Place, text: string) {
  const field = place.fields.at(-1)
  if (field && field.code.length < LONGEST_CODE) field.code += text
  if (field && /^\s*TOC\b/.test(text)) field.contents = true
}

/** The properties of the run that is open: not those of a paragraph's end or of a content control. */
const runOf = (place: Place) =>
  place.path.at(-1) === 'w:rPr' && place.path.at(-2) === 'w:r' ? place.page.runs.at(-1) : undefined
const draftOf = (place: Place) => (place.path.includes('w:pPr') ? place.page.drafts.at(-1) : undefined)
const parentIs = (place: Place, name: string) => place.path.at(-1) === name

function deletedMark(place: Place) {
  const [grand, parent] = [place.path.at(-2), place.path.at(-1)]
  const draft = place.page.drafts.at(-1)
  if (parent === 'w:rPr' && grand === 'w:pPr' && draft) draft.joinsNext = true
  const row = place.page.rows.at(-1)
  if (parent === 'w:trPr' && row) row.deleted = true
}

const NEW_RUN = {
  style: null,
  bold: null,
  italic: false,
  vanish: null,
  underlined: false,
  caps: false,
  size: '',
}

const OPEN: Record<string, (place: Place, attribute: Attribute) => void> = {
  'w:p': (place) => {
    const contents =
      place.fields.some((field) => field.contents) || place.controls.some((one) => one.contents)
    place.page.openParagraph(contents)
  },
  'w:r': ({ page }) => page.runs.push({ ...NEW_RUN }),
  'w:t': (place) => {
    place.capture = 'text'
  },
  'm:t': (place) => {
    place.capture = 'text'
  },
  'w:instrText': (place) => {
    place.capture = 'code'
  },
  'w:tab': (place) => {
    if (parentIs(place, 'w:r')) say(place, '\t')
  },
  'w:ptab': (place) => say(place, '\t'),
  'w:br': (place) => say(place, '\n'),
  'w:cr': (place) => say(place, '\n'),
  'w:noBreakHyphen': (place) => say(place, '\u2011'),
  'w:sym': (place, attribute) => say(place, symbolOf(attribute('font') ?? '', attribute('char') ?? '')),
  'w:del': deletedMark,
  'w:moveFrom': deletedMark,
  'w:specVanish': deletedMark,
  'w:pStyle': (place, attribute) => {
    const draft = draftOf(place)
    if (draft && parentIs(place, 'w:pPr')) draft.style = attribute('val') ?? null
  },
  'w:outlineLvl': (place, attribute) => {
    const draft = draftOf(place)
    const level = Number(attribute('val'))
    if (draft && level >= 0 && level < 9) draft.outline = level + 1
  },
  'w:jc': (place, attribute) => {
    const draft = draftOf(place)
    if (draft) draft.centred = attribute('val') === 'center'
  },
  'w:numId': (place, attribute) => {
    const draft = draftOf(place)
    if (draft) draft.numId = attribute('val') ?? '0'
  },
  'w:ilvl': (place, attribute) => {
    const draft = draftOf(place)
    if (draft) draft.level = Number(attribute('val')) || 0
  },
  'w:rStyle': (place, attribute) => {
    const run = runOf(place)
    if (run) run.style = attribute('val') ?? null
  },
  'w:b': (place, attribute) => {
    const run = runOf(place)
    if (run) run.bold = isOn(attribute)
  },
  'w:i': (place, attribute) => {
    const run = runOf(place)
    if (run) run.italic = isOn(attribute)
  },
  'w:hyperlink': (place, attribute) => {
    place.page.href = place.links.get(attribute('id') ?? '') ?? null
  },
  'w:vanish': (place, attribute) => {
    const run = runOf(place)
    if (run) run.vanish = isOn(attribute)
  },
  'w:u': (place, attribute) => {
    const run = runOf(place)
    if (run) run.underlined = attribute('val') !== 'none'
  },
  'w:caps': (place, attribute) => {
    const run = runOf(place)
    if (run) run.caps = isOn(attribute)
  },
  'w:sz': (place, attribute) => {
    const run = runOf(place)
    if (run) run.size = attribute('val') ?? ''
  },
  'w:fldChar': (place, attribute) => fieldMark(place, attribute('fldCharType') ?? ''),
  'w:sdt': (place) => place.controls.push({ placeholder: false, contents: false }),
  'w:showingPlcHdr': (place, attribute) => {
    const control = place.controls.at(-1)
    if (control && parentIs(place, 'w:sdtPr')) control.placeholder = isOn(attribute)
  },
  'w:docPartGallery': (place, attribute) => {
    const control = place.controls.at(-1)
    if (control) control.contents = attribute('val') === 'Table of Contents'
  },
  'mc:AlternateContent': (place) => place.choices.push({ chosen: false, from: 0 }),
  'mc:Choice': (place) => {
    const choice = place.choices.at(-1)
    if (choice) choice.from = place.page.taken
  },
  'w:txbxContent': ({ page }) => page.openSink(),
  'w:tbl': ({ page }) => page.openTable(),
  'w:tr': ({ page }) => page.openRow(),
  'w:tc': ({ page }) => page.openCell(),
  'w:tblHeader': ({ page }, attribute) => {
    const row = page.rows.at(-1)
    if (row) row.header = isOn(attribute)
  },
  'w:hidden': (place) => {
    const row = place.page.rows.at(-1)
    if (row && parentIs(place, 'w:trPr')) row.deleted = true
  },
  'w:gridBefore': ({ page }, attribute) => {
    const row = page.rows.at(-1)
    if (row) row.column += Math.min(Number(attribute('val')) || 0, 64)
  },
  'w:gridSpan': ({ page }, attribute) => {
    const cell = page.cells.at(-1)
    if (cell) cell.span = Math.min(Math.max(Number(attribute('val')) || 1, 1), 64)
  },
  'w:vMerge': ({ page }, attribute) => {
    const cell = page.cells.at(-1)
    if (cell) cell.merged = attribute('val') === 'restart' ? 'starts' : 'goes-on'
  },
  'w:hMerge': ({ page }, attribute) => {
    const cell = page.cells.at(-1)
    if (cell) cell.across = attribute('val') !== 'restart'
  },
  'w:cellDel': ({ page }) => {
    const cell = page.cells.at(-1)
    if (cell) cell.deleted = true
  },
}

const linkIn = (code: string) => /^\s*HYPERLINK\s+"([^"]+)"/.exec(code)?.[1] ?? null

function fieldMark(place: Place, type: string) {
  const field = place.fields.at(-1)
  if (type === 'begin') place.fields.push({ inCode: true, contents: false, code: '' })
  else if (type === 'separate' && field) {
    field.inCode = false
    place.page.href = linkIn(field.code) ?? place.page.href
  } else if (type === 'end' && place.fields.pop() && linkIn(field?.code ?? '')) place.page.href = null
  const draft = place.page.drafts.at(-1)
  if (type === 'separate' && field?.contents && draft) draft.contents = true
}

const endCapture = (place: Place) => {
  place.capture = null
}

const CLOSE: Record<string, (place: Place) => void> = {
  'w:t': endCapture,
  'm:t': endCapture,
  'w:instrText': endCapture,
  'w:r': ({ page }) => page.runs.pop(),
  'w:hyperlink': ({ page }) => {
    page.href = null
  },
  'w:p': (place) => {
    for (const field of place.fields) field.inCode = false
    place.page.closeParagraph()
  },
  'w:sdt': (place) => place.controls.pop(),
  'mc:Choice': (place) => {
    const choice = place.choices.at(-1)
    if (choice && place.page.taken > choice.from) choice.chosen = true
  },
  'mc:AlternateContent': (place) => place.choices.pop(),
  'w:txbxContent': ({ page }) => {
    const blocks = page.closeSink()
    if (blocks.length) page.drafts.at(-1)?.boxes.push(blocks)
  },
  'w:tc': ({ page }) => page.closeCell(),
  'w:tr': ({ page }) => page.closeRow(),
  'w:tbl': ({ page }) => page.closeTable(),
}
