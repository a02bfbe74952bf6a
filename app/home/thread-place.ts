import type { Knot, KnotOf } from './thread.ts'
import { fitted, widthOf, wrapped } from './thread-letters.ts'

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

const round = (value: number) => Math.round(value * 10) / 10

/** A vision line: words at the left, knot at their middle. */
export function placedLine(knot: Knot, y: number, words: readonly string[], under: string): Placed {
  const { step, size } = LETTERS.line
  const height = words.length * step + (under ? LETTERS.small.step : 0)
  const top = y - height / 2
  const lines = words.map(
    (text, place): Words => ({
      x: EDGES.lineText,
      y: round(top + place * step + size * 0.9),
      end: true,
      parts: [{ text, look: 'line' }],
    }),
  )
  const below: Words = {
    x: EDGES.lineText,
    y: round(top + words.length * step + 12),
    end: true,
    parts: [{ text: fitted(under, LETTERS.small, EDGES.lineWidth), look: 'small' }],
  }
  return {
    key: knot.key,
    knot,
    y: round(y),
    dots: [{ x: EDGES.lineKnot, y: round(y), look: knot.loose ? 'loose' : 'full' }],
    words: under ? [...lines, below] : lines,
    wave: knot.loose ? { x: EDGES.lineKnot + 9, y: round(y) } : null,
    under: false,
  }
}

type Looks = { readonly of: KnotOf<'evaluation'>; readonly label: Label } | null

/** A goal: its title on its thread, and below it the days on which is looked back. */
export function placedGoal(
  knot: KnotOf<'goal'>,
  y: number,
  title: readonly string[],
  evaluation: Looks,
  carries: boolean,
): Placed[] {
  const { step } = LETTERS.goal
  const words = title.map(
    (text, place): Words => ({
      x: EDGES.goalText,
      y: round(y - 8 - (title.length - 1 - place) * step),
      parts: [{ text, look: 'goal' }],
    }),
  )
  const goal: Placed = {
    key: knot.key,
    knot,
    y: round(y),
    dots: [{ x: EDGES.goalKnot, y: round(y), look: knot.loose ? 'loose' : 'full' }],
    words,
    wave: knot.loose ? { x: EDGES.goalKnot - 75, y: round(y) } : null,
    under: !knot.loose || carries,
  }
  return evaluation ? [goal, placedLookingBack(evaluation, y + 15, EDGES.goalText + 6, 'below')] : [goal]
}

/** A track, or somebody without one, with the days on which is looked back. */
export function placedRow(
  knot: KnotOf<'track'> | KnotOf<'place'>,
  y: number,
  { text, behind = '', under = '' }: Label,
  evaluation: Looks,
): Placed[] {
  const name = fitted(text, LETTERS.name, EDGES.trackWidth)
  const left = EDGES.trackWidth - widthOf(`${name} `, LETTERS.name)
  const soft = left > 40 && behind ? fitted(behind, LETTERS.soft, left) : ''
  const knotY = round(under ? y - 3 : y)
  const first: Words = {
    x: EDGES.trackText,
    y: round(under ? y - 2 : y + 5),
    parts: [
      { text: soft ? `${name} ` : name, look: 'name' },
      ...(soft ? [{ text: soft, look: 'soft' as const }] : []),
    ],
  }
  const second: Words = {
    x: EDGES.trackText,
    y: round(y + 14),
    parts: [{ text: fitted(under, LETTERS.small, EDGES.trackWidth), look: 'small' }],
  }
  const row: Placed = {
    key: knot.key,
    knot,
    y: knotY,
    dots: [{ x: EDGES.trackKnot, y: knotY, look: knot.loose ? 'loose' : 'full' }],
    words: under ? [first, second] : [first],
    wave: knot.loose ? { x: EDGES.trackKnot - 63, y: knotY } : null,
    under: false,
  }
  return evaluation ? [row, placedLookingBack(evaluation, knotY, EDGES.evaluationKnot, 'beside')] : [row]
}

const MOST_DOTS = 4
const BETWEEN_DOTS = 17

/** A knot for each day, open while it is to come; `below` a goal they begin at the left, beside a track they end there. */
function placedLookingBack(
  { of, label }: NonNullable<Looks>,
  y: number,
  x: number,
  where: 'below' | 'beside',
): Placed {
  const days = of.loose ? [{ held: false }] : of.days.slice(0, MOST_DOTS)
  const from = where === 'below' ? x : x - (days.length - 1) * BETWEEN_DOTS
  const dots = days.map(
    ({ held }, place): Dot => ({
      x: from + place * BETWEEN_DOTS,
      y: round(y),
      look: of.loose ? 'loose' : held ? 'full' : 'open',
    }),
  )
  const at = (dots.at(-1)?.x ?? x) + 14
  const width = where === 'below' ? EDGES.goalOut - at : EDGES.evaluationText + EDGES.evaluationWidth - at
  const lines =
    where === 'below'
      ? [fitted(label.text, LETTERS.small, width)]
      : wrapped(label.text, LETTERS.small, width, 2)
  const first = lines.length > 1 ? y - 3 : y + 4.5
  return {
    key: of.key,
    knot: of,
    y: round(y),
    dots,
    words: lines.map(
      (text, place): Words => ({
        x: at,
        y: round(first + place * LETTERS.small.step),
        parts: [{ text, look: 'small' }],
      }),
    ),
    wave: null,
    under: false,
  }
}
