import type { Attribute, XmlHandler } from './xml-in.ts'

/** What a style says, its ancestors not yet counted in. */
type OwnStyle = {
  name: string
  basedOn: string | null
  bold: boolean | null
  vanish: boolean | null
  outline: number | null
  list: { numId: string | null; level: number } | null
}

export type StyleFacts = {
  name: string
  bold: boolean
  vanish: boolean
  heading: number | null
  list: { numId: string; level: number } | null
  contents: boolean
  subtitle: boolean
}

export type StyleSheet = { byId: Map<string, OwnStyle>; defaultParagraph: string | null }

export const emptyStyleSheet = (): StyleSheet => ({ byId: new Map(), defaultParagraph: null })

/** Word's on/off: present means on, unless its value says off. */
export const isOn = (attribute: Attribute) => !['0', 'false', 'off'].includes(attribute('val') ?? '')

/** Reads `styles.xml` into the sheet. */
export function styleHandler(sheet: StyleSheet): XmlHandler {
  let style: OwnStyle | null = null
  const path: string[] = []
  return {
    open(name, attribute) {
      path.push(name)
      if (name === 'w:style') style = startStyle(sheet, attribute)
      else if (style && !path.includes('w:tblStylePr')) noteStyle(style, name, attribute)
    },
    text() {},
    close(name) {
      path.pop()
      if (name === 'w:style') style = null
    },
  }
}

function startStyle(sheet: StyleSheet, attribute: Attribute): OwnStyle {
  const style = { name: '', basedOn: null, bold: null, vanish: null, outline: null, list: null }
  const id = attribute('styleId') ?? ''
  sheet.byId.set(id, style)
  if (attribute('type') === 'paragraph' && attribute('default') && isDefault(attribute))
    sheet.defaultParagraph = id
  return style
}

const isDefault = (attribute: Attribute) => ['1', 'true', 'on'].includes(attribute('default') ?? '')

function noteStyle(style: OwnStyle, name: string, attribute: Attribute) {
  const value = attribute('val') ?? ''
  if (name === 'w:name') style.name = value
  else if (name === 'w:basedOn') style.basedOn = value
  else if (name === 'w:b') style.bold = isOn(attribute)
  else if (name === 'w:vanish') style.vanish = isOn(attribute)
  else if (name === 'w:outlineLvl') style.outline = Number(value)
  else if (name === 'w:numId') style.list = { numId: value, level: style.list?.level ?? 0 }
  else if (name === 'w:ilvl') style.list = { numId: style.list?.numId ?? null, level: Number(value) || 0 }
}

/** What a style says with its ancestors counted in (a circle of ancestors ends after ten). */
export function factsOf(sheet: StyleSheet, id: string | null): StyleFacts {
  const chain: OwnStyle[] = []
  for (let next = id; next !== null && chain.length < 10; ) {
    const style = sheet.byId.get(next)
    if (!style) break
    chain.push(style)
    next = style.basedOn
  }
  const names = [id ?? '', ...chain.map((style) => style.name)].map((name) => name.toLowerCase())
  const list = chain.find((style) => style.list?.numId)?.list
  return {
    name: chain[0]?.name || (id ?? ''),
    bold: chain.find((style) => style.bold !== null)?.bold ?? false,
    vanish: chain.find((style) => style.vanish !== null)?.vanish ?? false,
    heading: headingOf(names, chain.find((style) => style.outline !== null)?.outline ?? null),
    list: list?.numId ? { numId: list.numId, level: list.level } : null,
    contents: names.some((name) => /^(toc|inhopg) ?(\d|heading)|^kopvaninhoudsopgave/.test(name)),
    subtitle: names.some((name) => /^(subtitle|ondertitel)$/.test(name)),
  }
}

function headingOf(names: readonly string[], outline: number | null): number | null {
  if (names.some((name) => /^(title|titel)$/.test(name))) return 0
  for (const name of names) {
    const level = /^(?:heading|kop) ?([1-9])$/.exec(name)?.[1]
    if (level) return Number(level)
  }
  return outline !== null && outline >= 0 && outline < 9 ? outline + 1 : null
}

/** Per list and level: counted (1, a, i) or with a bullet. */
export type Numbering = { kind: (numId: string, level: number) => 'bullet' | 'ordered' | 'none' }

export const noNumbering: Numbering = { kind: () => 'bullet' }

/** Reads `numbering.xml`. */
export function numberingHandler(): XmlHandler & { numbering: Numbering } {
  const formats = new Map<string, string>()
  const abstractOf = new Map<string, string>()
  let abstract = ''
  let num = ''
  let level = 0
  const kind = (numId: string, at: number) => {
    const format = formats.get(`${abstractOf.get(numId) ?? ''}/${at}`) ?? 'bullet'
    return format === 'bullet' || format === 'none' ? format : 'ordered'
  }
  return {
    numbering: { kind },
    open(name, attribute) {
      if (name === 'w:abstractNum') abstract = attribute('abstractNumId') ?? ''
      else if (name === 'w:lvl') level = Number(attribute('ilvl')) || 0
      else if (name === 'w:numFmt' && !num) formats.set(`${abstract}/${level}`, attribute('val') ?? '')
      else if (name === 'w:num') num = attribute('numId') ?? ''
      else if (name === 'w:abstractNumId' && num) abstractOf.set(num, attribute('val') ?? '')
    },
    text() {},
    close(name) {
      if (name === 'w:num') num = ''
    },
  }
}
