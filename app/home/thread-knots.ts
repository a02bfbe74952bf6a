import { fitted, widthOf, wrapped } from '../orchestra/letters.ts'
import type { Knot, KnotOf } from './thread.ts'
import { type Dot, EDGES, type Label, LETTERS, type Placed, round, type Words } from './thread-place.ts'

/** When something is looked back on, with its words. */
export type LookingBackAt = { readonly of: KnotOf<'evaluation'>; readonly label: Label }

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

/** A goal: its title on its thread, and below it the days on which is looked back. */
export function placedGoal(
  knot: KnotOf<'goal'>,
  y: number,
  title: readonly string[],
  evaluation: LookingBackAt | null,
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
  return evaluation ? [goal, lookingBackBelow(evaluation, y + 15)] : [goal]
}

/** A track, or somebody without one, with the days on which is looked back. */
export function placedRow(
  knot: KnotOf<'track'> | KnotOf<'place'>,
  y: number,
  { text, behind = '', under = '' }: Label,
  evaluation: LookingBackAt | null,
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
  return evaluation ? [row, lookingBackBeside(evaluation, knotY)] : [row]
}

const MOST_DOTS = 4
const BETWEEN_DOTS = 17
const MOST_LINES = 2

/** The words below a goal: as many lines as they take. */
const wordsBelow = (at: LookingBackAt) => {
  const x = EDGES.goalText + 6 + (dotCount(at.of) - 1) * BETWEEN_DOTS + 14
  return { x, lines: wrapped(at.label.text, LETTERS.small, EDGES.goalOut - x, MOST_LINES) }
}

/** The room that a goal needs below its thread. */
export const roomBelow = (at: LookingBackAt | null) =>
  at === null ? 6 : 10 + wordsBelow(at).lines.length * LETTERS.small.step

const dotCount = ({ loose, days }: KnotOf<'evaluation'>) => (loose ? 1 : Math.min(days.length, MOST_DOTS))

/** Below a goal: a knot for each day, then the words. */
function lookingBackBelow(at: LookingBackAt, y: number): Placed {
  const { x, lines } = wordsBelow(at)
  return lookingBack(at.of, y, EDGES.goalText + 6, x, y + 4.5, lines)
}

/** Beside a track: the last knot stands in the column, the words behind it. */
function lookingBackBeside(at: LookingBackAt, y: number): Placed {
  const x = EDGES.evaluationKnot + 14
  const width = EDGES.evaluationText + EDGES.evaluationWidth - x
  const lines = wrapped(at.label.text, LETTERS.small, width, MOST_LINES)
  const from = EDGES.evaluationKnot - (dotCount(at.of) - 1) * BETWEEN_DOTS
  return lookingBack(at.of, y, from, x, lines.length > 1 ? y - 3 : y + 4.5, lines)
}

/** A knot for each day from `dotX` on, open while the day is to come; the words from `x` and `first` on. */
function lookingBack(
  of: KnotOf<'evaluation'>,
  y: number,
  dotX: number,
  x: number,
  first: number,
  lines: readonly string[],
): Placed {
  const days = of.loose ? [{ held: false }] : of.days.slice(0, MOST_DOTS)
  const look = (held: boolean): Dot['look'] => (of.loose ? 'loose' : held ? 'full' : 'open')
  return {
    key: of.key,
    knot: of,
    y: round(y),
    dots: days.map(({ held }, place) => ({ x: dotX + place * BETWEEN_DOTS, y: round(y), look: look(held) })),
    words: lines.map((text, place) => ({
      x,
      y: round(first + place * LETTERS.small.step),
      parts: [{ text, look: 'small' }],
    })),
    wave: null,
    under: false,
  }
}
