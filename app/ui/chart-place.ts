import type { ChartLine, ChartSize, ChartValues, LineChart } from './chart.ts'

/** Where everything of a line chart comes to stand: pure, in the units of the drawing. */

/** So many lines across, about. */
const LINES = 5
const NICE = [1, 2, 5, 10]

/** Round numbers that hold all values, lowest first. */
export function axisOf({ lines, behind, references, percent }: LineChart): number[] {
  const values = [
    ...lines.flatMap((line) => [...line.values, ...line.bands.flatMap((band) => [band?.low, band?.high])]),
    ...behind.flat(),
    ...references.flatMap((line) => line.values),
  ].filter((value) => typeof value === 'number')
  if (values.length === 0) return percent ? [0, 50, 100] : [0, 1]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const step = niceStep(Math.max(LEAST_STEP, (high - low || Math.abs(high) || 1) / LINES))
  const most = percent ? Math.floor(FULL / step) : Number.POSITIVE_INFINITY
  const last = Math.min(most, Math.max(Math.floor(low / step) + 1, Math.ceil(high / step)))
  const first = Math.min(last - 1, Math.floor(low / step))
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step)
}

/** Numbers are shown with one decimal. */
const LEAST_STEP = 0.1
const FULL = 100

function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return power * (NICE.find((one) => one * power >= least) ?? 10)
}

/** So many times the space at both ends goes into the width. */
const EDGE = { wide: 24, narrow: 14, small: 18 }

export type Place = { readonly x: number; readonly y: number }

/** From a step and a value to a place in the drawing. */
export function placing(chart: LineChart, size: ChartSize, axis: readonly number[]) {
  const [low, high] = [axis[0] ?? 0, axis.at(-1) ?? 1]
  const edge = (size.right - size.left) / EDGE[size.kind]
  const wide = size.right - size.left - 2 * edge
  const apart = chart.steps.length > 1 ? wide / (chart.steps.length - 1) : 0
  const begin = chart.steps.length > 1 ? size.left + edge : (size.left + size.right) / 2
  return {
    x: (step: number) => round(begin + step * apart),
    y: (value: number) => round(size.bottom - ((value - low) / (high - low || 1)) * (size.bottom - size.top)),
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

/** A number needs so much width, in the units of the drawing. */
const NUMBER_WIDTH = { wide: 52, narrow: 46, small: 46 }

/** Which steps of a line have their number beside them: all that fit, counted from the last; of a small one both ends. */
export function labelledSteps({ values }: ChartLine, size: ChartSize, apart: number): ReadonlySet<number> {
  const known = values.flatMap((value, step) => (value === null ? [] : [step]))
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return new Set()
  if (size.kind === 'small') return new Set([first, last])
  const every = apart > 0 ? Math.ceil(NUMBER_WIDTH[size.kind] / apart) : 1
  return new Set(known.filter((step) => (last - step) % every === 0))
}

/** Between two steps, halfway; how high the line is there, null where none goes through. */
export function markPlace(
  { lines }: LineChart,
  before: number,
  x: (step: number) => number,
  y: (value: number) => number,
): { readonly x: number; readonly line: number | null } {
  const heights = lines.flatMap(({ values }) => {
    const [last, next] = [values[before - 1], values[before]]
    return typeof last === 'number' && typeof next === 'number' ? [(y(last) + y(next)) / 2] : []
  })
  return { x: (x(before - 1) + x(before)) / 2, line: heights[0] ?? null }
}
