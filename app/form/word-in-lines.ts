import type { Block, Paragraph, Run } from '../paper/word-document.ts'

/** One line of the file as a reader sees it: a soft break makes a new line. */
export type Line = {
  text: string
  /** where bold starts and ends */
  bold: readonly (readonly [number, number])[]
  /** words that look like more than text: from, to, how */
  looks?: readonly (readonly [number, number, NonNullable<Run['look']>])[]
  heading: number | null
  list: Paragraph['list']
  /** goes on after a soft break in the same paragraph */
  soft: boolean
  /** equal looks are often equal roles */
  look: string
  contents: boolean
  subtitle: boolean
  /** the line's number in the file, from 1 */
  block: number
}

/** Signs that typists put before a point by hand. */
export const BULLET = /^\s*[•▪●○◦·➢➔❑❖■□‣⁃∙►▶]\s*/
const DASH = /^\s*[-–—*]\s+/
/** Bullet, dash or number before a line. */
export const MARK =
  /^\s*(?:(?:[•▪●○◦·➢➔❑❖■□‣⁃∙►▶☐☑☒✓→]\s*|[-–—*>]\s+)|(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,4})[.)]|\d{1,2}\.\d{1,2})\s+)?/

export const hasBullet = (text: string) => BULLET.test(text)
export const hasDash = (text: string) => DASH.test(text)
export const withoutMark = (text: string) => text.replace(BULLET, '').replace(DASH, '')

/** Spaces and hyphens of every kind become plain ones, invisible signs go. */
const cleaned = (text: string) =>
  text
    .replace(/[\u00ad\u200b\u200c\u2060\ufeff\u200e\u200f]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\uf000-\uf0ff]/g, '•')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ')

/** Nothing but dots, dashes and lines to fill in. */
export const isEmptyValue = (text: string) => /^[\s.…_\-–—:;,]*$/.test(text)

export const isBlank = (line: Line) => line.text.trim() === ''

/** Every letter and digit of the line is bold. */
export function isAllBold(line: Line): boolean {
  for (let index = 0; index < line.text.length; index++) {
    if (/[\p{L}\p{N}]/u.test(line.text[index] ?? '') && !boldAt(line, index)) return false
  }
  return line.text.trim() !== ''
}

export const boldAt = (line: Line, index: number) =>
  line.bold.some(([from, to]) => index >= from && index < to)

export const isCaps = (text: string) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

/** The lines of a paragraph, numbered as one block. */
export function paragraphLines(paragraph: Paragraph, block: number): Line[] {
  const base = {
    heading: paragraph.heading,
    list: paragraph.list,
    look: paragraph.look,
    contents: paragraph.contents,
    subtitle: paragraph.subtitle,
    block,
  }
  const lines: Line[] = []
  let text = ''
  let bold: [number, number][] = []
  let looks: [number, number, NonNullable<Run['look']>][] = []
  const end = () => {
    const line = { ...base, text, bold, looks, soft: lines.length > 0 }
    lines.push(isAllBold(line) ? { ...line, look: `${line.look}+` } : line)
    text = ''
    bold = []
    looks = []
  }
  for (const run of paragraph.runs) {
    run.text.split('\n').forEach((raw, index) => {
      if (index > 0) end()
      const piece = cleaned(raw)
      const to = text.length + piece.length
      if (run.bold && piece) addBold(bold, text.length, to)
      if (run.look && piece) looks.push([text.length, to, run.look])
      text += piece
    })
  }
  end()
  return lines
}

/** Bold goes on where it ended: what looks different besides is one bold all the same. */
function addBold(bold: [number, number][], from: number, to: number) {
  const last = bold.at(-1)
  if (last?.[1] === from) last[1] = to
  else bold.push([from, to])
}

/** All lines of blocks in reading order, tables flattened: the text of one cell. */
export function flatLines(blocks: readonly Block[], count: () => number): Line[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return paragraphLines(block, count())
    if (block.kind === 'box') return flatLines(block.blocks, count)
    return block.rows.flatMap((row) => row.cells.flatMap((cell) => flatLines(cell.blocks, count)))
  })
}

/** A part of a line, its bold kept. */
export function slice(line: Line, from: number, to = line.text.length): Line {
  const bold = line.bold
    .map(([a, b]) => [Math.max(a, from) - from, Math.min(b, to) - from] as const)
    .filter(([a, b]) => b > a)
  const looks = (line.looks ?? [])
    .map(([a, b, look]) => [Math.max(a, from) - from, Math.min(b, to) - from, look] as const)
    .filter(([a, b]) => b > a)
  return { ...line, text: line.text.slice(from, to), bold, looks }
}
