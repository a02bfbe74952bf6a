import { parseRich, plainOf, wordsOf } from '../kernel/rich.ts'
import type { Passage } from '../writing/passage.ts'

/** 'Dit spraken we af': on one page what team and coordinator may expect of each other. */
export const CONTRACT_PARTS = ['coordinator', 'team'] as const
/** `coordinator`: what the team may expect of the coordinator; `team`: what the coordinator may expect of the team. */
export type ContractPart = (typeof CONTRACT_PARTS)[number]

/** The own words of the parts, as far as they were written. */
export type ContractWords = Readonly<Partial<Record<ContractPart, Passage>>>

/** Each list as its points. */
export type Contract = Readonly<Record<ContractPart, readonly string[]>>

/** The points of a text as it was typed: each list item and each paragraph is one. */
export const pointsOf = (text: string): string[] =>
  parseRich(text)
    .flatMap((block) => ('runs' in block ? [wordsOf(block.runs)] : block.items.map((item) => wordsOf(item))))
    .map((point) => point.replace(/\s+/g, ' ').trim())
    .filter((point) => point !== '')

/** How the points are typed: a list. */
export const textOfPoints = (points: readonly string[]) =>
  points.map((point) => `- ${oneLine(point)}`).join('\n')

export const oneLine = (text: string) => plainOf(text).replace(/\s+/g, ' ').trim()

/** Signs on a line of the sheet, counted on the careful side. */
const LINE = 88
/** A point stands a little apart from the next: as if it were so many lines longer. */
const GAP = 0.45

/** Capitals are wider than other letters, W and M most of all; signs of other scripts are taken as wide. */
const widthOf = (sign: string) =>
  /[WM@%—]/.test(sign) || sign > '\u02ff' ? 1.9 : /[A-Z]/.test(sign) ? 1.35 : 1
const width = (text: string) => [...text].reduce((sum, sign) => sum + widthOf(sign), 0)

const linesOf = (text: string) => Math.max(1, Math.ceil(width(text) / LINE)) + GAP
const heightOf = (points: readonly string[]) => points.reduce((sum, point) => sum + linesOf(point), 0)

/** A text cut at a word so that it is no wider than so many letters; what went is told by the mark. */
export function cutAt(text: string, most: number): string {
  if (width(text) <= most) return text
  const kept = startOf(text, most - 2)
  const space = kept.lastIndexOf(' ')
  return `${kept.slice(0, space > kept.length / 2 ? space : kept.length).replace(/[\s,;:.–-]+$/, '')} …`
}

function startOf(text: string, most: number) {
  let [kept, wide] = ['', 0]
  for (const sign of text) {
    wide += widthOf(sign)
    if (wide > most) break
    kept += sign
  }
  return kept
}

export type Fitted = { readonly points: readonly string[]; readonly isShortened: boolean }

/**
 * Points that fit in so many lines: first each is cut to two lines, then to one, then the last are left out. Whatever
 * goes is told: by '…' in a point, and by `more` as the last point.
 */
export function fitPoints(points: readonly string[], lines: number, more: (left: number) => string): Fitted {
  if (heightOf(points) <= lines) return { points, isShortened: false }
  for (const most of [LINE * 2, LINE]) {
    const cut = points.map((point) => cutAt(point, most))
    if (heightOf(cut) <= lines) return { points: cut, isShortened: true }
  }
  const short = points.map((point) => cutAt(point, LINE))
  const room = Math.max(1, Math.floor(lines / (1 + GAP)) - 1)
  return { points: [...short.slice(0, room), more(points.length - room)], isShortened: true }
}
