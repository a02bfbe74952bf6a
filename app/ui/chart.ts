/** Where everything of a line chart comes to stand: pure, in the units of the drawing. */

/** A number for each step of the chart, null where there is none: the line has a gap there. */
export type ChartValues = readonly (number | null)[]

/** What is followed: drawn with dots and its numbers. */
export type ChartLine = {
  readonly name: string
  readonly values: ChartValues
  /** Between which numbers the real value lies; null where that isn't known. */
  readonly bands: readonly ({ readonly low: number; readonly high: number } | null)[]
}

export const REFERENCE_LOOKS = ['signal', 'comparable', 'national', 'ambition'] as const
/** What the line is compared with; each look can be told apart without colour. */
export type ChartReference = {
  readonly look: (typeof REFERENCE_LOOKS)[number]
  readonly name: string
  readonly values: ChartValues
}

export type LineChart = {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  /** What the chart shows, for who doesn't see it. */
  readonly told: string
  /** From left to right: what stands below the axis, and the number of pupils below that. */
  readonly steps: readonly { readonly label: string; readonly under: string }[]
  readonly lines: readonly ChartLine[]
  readonly references: readonly ChartReference[]
  /** Percentages end at 0 and 100. */
  readonly percent: boolean
  readonly number: (value: number) => string
}

/** The size of a drawing; `side`: whether there is room beside the plot for words. */
export type ChartSize = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly side: boolean
}

export const WIDE: ChartSize = {
  width: 1180,
  height: 460,
  left: 52,
  right: 960,
  top: 34,
  bottom: 398,
  side: true,
}
export const NARROW: ChartSize = {
  width: 340,
  height: 430,
  left: 40,
  right: 336,
  top: 40,
  bottom: 368,
  side: false,
}

/** So many lines across, about. */
const LINES = 5
const NICE = [1, 2, 5, 10]

/** Round numbers that hold all values, lowest first. */
export function axisOf({ lines, references, percent }: LineChart): number[] {
  const values = [
    ...lines.flatMap((line) => [...line.values, ...line.bands.flatMap((band) => [band?.low, band?.high])]),
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

export type Place = { readonly x: number; readonly y: number }

/** From a step and a value to a place in the drawing. */
export function placing(chart: LineChart, size: ChartSize, axis: readonly number[]) {
  const [low, high] = [axis[0] ?? 0, axis.at(-1) ?? 1]
  const edge = (size.right - size.left) / (size.side ? 24 : 14)
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
