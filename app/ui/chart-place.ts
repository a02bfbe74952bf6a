import type { ChartLine, ChartScale, ChartSize, ChartValues, LineChart } from './chart.ts'

/** Where everything of a line chart comes to stand: pure, in the units of the drawing. */

/** So many lines across, about. */
const LINES = 5
const NICE = [1, 2, 5, 10]

/** Steps of a chart on one scale: from a mark to the next. `until` is the step after the last one. */
export type Pane = { readonly from: number; readonly until: number; readonly axis: readonly number[] }

/** The scales of a chart, from left to right. */
export function panesOf(chart: LineChart): Pane[] {
  const cuts = chart.scale === 'share' ? [] : chart.marks.map(({ before }) => before)
  const begins = [0, ...cuts]
  return begins.map((from, at) => {
    const until = begins[at + 1] ?? chart.steps.length
    return { from, until, axis: axisOf(valuesIn(chart, from, until), chart.scale) }
  })
}

function valuesIn({ lines, behind, references }: LineChart, from: number, until: number): number[] {
  const within = <Of>(values: readonly Of[]) => values.slice(from, until)
  return [
    ...lines.flatMap(({ values, bands }) => [
      ...within(values),
      ...within(bands).flatMap((band) => [band?.low, band?.high]),
    ]),
    ...behind.flatMap(within),
    ...references.flatMap(({ values }) => within(values)),
  ].filter((value) => typeof value === 'number')
}

/** Round numbers that hold all values, lowest first; far enough apart that small differences stay small. */
export function axisOf(values: readonly number[], scale: ChartScale): number[] {
  if (values.length === 0) return scale === 'share' ? [0, 50, 100] : [0, 1]
  const all = scale === 'growth' ? [0, ...values] : values
  const [low, high] = widened(Math.min(...all), Math.max(...all), scale)
  const step = niceStep(Math.max(LEAST_STEP, (high - low) / LINES))
  const most = scale === 'share' ? Math.floor(FULL / step) : Number.POSITIVE_INFINITY
  const last = Math.min(most, Math.max(Math.floor(low / step) + 1, Math.ceil(high / step)))
  const first = Math.min(last - 1, Math.floor(low / step))
  return Array.from({ length: last - first + 1 }, (_, at) => tidy((first + at) * step))
}

/** Numbers are shown with one decimal. */
const LEAST_STEP = 0.1
const FULL = 100
/** Twenty points of a hundred, a fifth of a score: what differs less does not fill the chart. */
const LEAST_SHARE = 20
const LEAST_PART = 0.2

function widened(low: number, high: number, scale: ChartScale): [number, number] {
  const least = scale === 'share' ? LEAST_SHARE : LEAST_PART * Math.max(Math.abs(low), Math.abs(high)) || 1
  const short = Math.max(0, least - (high - low)) / 2
  const isPositive = scale === 'share' || low >= 0
  const [from, until] = [low - short, high + short]
  return [isPositive ? Math.max(0, from) : from, scale === 'share' ? Math.min(FULL, until) : until]
}

/** Without the dust of counting in halves of halves. */
const tidy = (value: number) => Math.round(1e6 * value) / 1e6

function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return power * (NICE.find((one) => one * power >= least) ?? 10)
}

/** So many times the space at both ends goes into the width. */
const EDGE = { wide: 24, narrow: 14, small: 18 }

export type Place = { readonly x: number; readonly y: number }

/** From a step, and a value at it, to a place in the drawing. */
export function placing(chart: LineChart, size: ChartSize, panes: readonly Pane[]) {
  const edge = (size.right - size.left) / EDGE[size.kind]
  const wide = size.right - size.left - 2 * edge
  const apart = chart.steps.length > 1 ? wide / (chart.steps.length - 1) : 0
  const begin = chart.steps.length > 1 ? size.left + edge : (size.left + size.right) / 2
  return {
    x: (step: number) => round(begin + step * apart),
    y: (value: number, step: number) => {
      const axis = panes.findLast(({ from }) => from <= step)?.axis ?? []
      const [low, high] = [axis[0] ?? 0, axis.at(-1) ?? 1]
      return round(size.bottom - ((value - low) / (high - low || 1)) * (size.bottom - size.top))
    },
  }
}

const round = (value: number) => Math.round(10 * value) / 10

/** The line in pieces: a new one after every gap. */
export function piecesOf(values: ChartValues, placeOf: (step: number, value: number) => Place): Place[][] {
  const pieces: Place[][] = [[]]
  for (const [step, value] of values.entries()) {
    if (value === null) pieces.push([])
    else pieces.at(-1)?.push(placeOf(step, value))
  }
  return pieces.filter((piece) => piece.length > 0)
}

/**
 * Heights for words that would stand at these heights, at least so far apart, in the same order: pushed down from the
 * top, then up again from the bottom.
 */
export function spread(heights: readonly number[], apart: number, bottom: number): number[] {
  const order = heights.map((_, at) => at).sort((one, other) => (heights[one] ?? 0) - (heights[other] ?? 0))
  const placed = [...heights]
  let last = Number.NEGATIVE_INFINITY
  for (const at of order) {
    last = Math.max(placed[at] ?? 0, last + apart)
    placed[at] = last
  }
  let next = bottom
  for (const at of order.toReversed()) {
    const height = Math.min(placed[at] ?? 0, next)
    placed[at] = height
    next = height - apart
  }
  return placed
}

/** Whether the number of a dot stands below it: where a line runs just above and none just below. */
export function standsBelow(at: Place, step: number, others: readonly number[]): boolean {
  const near = (from: number, to: number) =>
    others.filter((other) => other - at.y > from && other - at.y < to).length
  const above = near(-34, -4)
  const below = near(4, 36)
  return above === below ? step > 0 : below < above
}

/** A dot is so high to each side; words so much above the height on which they stand, and below it. */
const [DOT, ABOVE, BELOW] = [8, 13, 4]

/** Whether words at this height would lie on one of these dots, or on its number, which stands at `number`. */
export const isOver = (
  height: number,
  ends: readonly { readonly dot: number; readonly number: number }[],
): boolean =>
  ends.some(
    ({ dot, number }) =>
      (height + BELOW > dot - DOT && height - ABOVE < dot + DOT) || Math.abs(height - number) < ABOVE + BELOW,
  )

/** A number needs so much width, in the units of the drawing. */
const NUMBER_WIDTH = { wide: 52, narrow: 46, small: 46 }

/**
 * Which steps have their number beside them: all that there is room for, counted from the last. Of a small chart the
 * first and the last of its last line.
 */
export function labelledSteps(chart: LineChart, line: ChartLine, size: ChartSize, apart: number) {
  const known = line.values.flatMap((value, step) => (value === null ? [] : [step]))
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return new Set<number>()
  const needed = NUMBER_WIDTH[size.kind]
  if (size.kind === 'small') {
    if (line !== chart.lines.at(-1)) return new Set<number>()
    return new Set((last - first) * apart < needed ? [last] : [first, last])
  }
  const every = apart > 0 ? Math.ceil(needed / apart) : 1
  return new Set(known.filter((step) => (last - step) % every === 0))
}

/** Between two steps, halfway; how high the line is there, null where none goes through. */
export function markPlace(
  { lines }: LineChart,
  before: number,
  { x, y }: Pick<ReturnType<typeof placing>, 'x' | 'y'>,
): { readonly x: number; readonly line: number | null } {
  const heights = lines.flatMap(({ values }) => {
    const [last, next] = [values[before - 1], values[before]]
    return typeof last === 'number' && typeof next === 'number'
      ? [(y(last, before - 1) + y(next, before)) / 2]
      : []
  })
  return { x: (x(before - 1) + x(before)) / 2, line: heights[0] ?? null }
}
