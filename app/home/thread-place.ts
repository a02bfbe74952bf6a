import { widthOf } from '../orchestra/letters.ts'
import type { Knot } from './thread.ts'

/** What stands beside a knot: its words, something softer behind them, and a line below. */
export type Label = { readonly text: string; readonly behind?: string; readonly under?: string }

/** Where the columns stand. */
export const EDGES = {
  width: 1180,
  lineText: 214,
  lineWidth: 206,
  lineKnot: 228,
  lineOut: 236,
  goalIn: 408,
  goalKnot: 414,
  goalText: 424,
  goalWidth: 178,
  goalOut: 606,
  trackIn: 718,
  trackKnot: 724,
  trackText: 736,
  trackWidth: 256,
  evaluationFrom: 998,
  evaluationKnot: 1048,
  evaluationText: 1064,
  evaluationWidth: 116,
} as const

/** The sizes of the letters; `step` from line to line. */
export const LETTERS = {
  line: { size: 19, step: 23 },
  goal: { size: 15.5, step: 19, bold: true },
  name: { size: 15, step: 18, bold: true },
  soft: { size: 15, step: 18 },
  small: { size: 13.5, step: 16 },
} as const

export type Look = keyof typeof LETTERS
/** A line of words; `x` is its left edge, or its right edge when `end`. */
export type Words = {
  readonly x: number
  readonly y: number
  readonly end?: true
  readonly parts: readonly { readonly text: string; readonly look: Look }[]
}
export type Dot = { readonly x: number; readonly y: number; readonly look: 'full' | 'open' | 'loose' }

/** One knot in its place. `y` is the height of its thread. */
export type Placed = {
  readonly key: string
  readonly knot: Knot
  readonly y: number
  readonly dots: readonly Dot[]
  readonly words: readonly Words[]
  /** The loose thread of what hangs on nothing. */
  readonly wave: { readonly x: number; readonly y: number } | null
  /** The thread under the title of a goal. */
  readonly under: boolean
}

export type Box = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The room that a line of words takes. */
export function boxOf({ x, y, end, parts }: Words): Box {
  const width = parts.reduce((sum, { text, look }) => sum + widthOf(text, LETTERS[look]), 0)
  const size = Math.max(...parts.map(({ look }) => LETTERS[look].size))
  return {
    left: end ? x - width : x,
    right: end ? x : x + width,
    top: y - size * 0.8,
    bottom: y + size * 0.25,
  }
}

/** To a tenth of a unit: the drawing is not finer. */
export const round = (value: number) => Math.round(value * 10) / 10
