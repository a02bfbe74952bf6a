/** Where everything of bars of shares comes to stand: pure, in the units of the drawing. */

/** One bar: how many of each part. */
export type ChartBar = {
  readonly label: string
  /** The number of pupils. */
  readonly under: string
  /** Counts, or shares, of the parts; null: nothing that may be shown. */
  readonly counts: readonly number[] | null
  /** What stands in the place of a bar that isn't there. */
  readonly instead: string
  /** What the maker of the scale meant; drawn as a line around it only. */
  readonly reference?: boolean
  /** On the scale that the aim of the chart is on. */
  readonly aimed?: boolean
}

/** Bars beneath each other, each a whole in the same parts. */
export type BarChart = {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  /** What the chart shows, for who doesn't see it. */
  readonly told: string
  /** The names of the parts, from left to right. */
  readonly parts: readonly string[]
  readonly bars: readonly ChartBar[]
  /** Where the parts from the left should reach to, in per cent: an upright through the bars that are aimed. */
  readonly aim?: { readonly share: number; readonly name: string } | null
  /** A share in per cent, without the sign. */
  readonly number: (value: number) => string
}

/** The size of a drawing: `apart` from one bar to the next, `tall` a bar; `label`: whether it stands above the bar. */
export type BarSize = {
  readonly kind: 'wide' | 'narrow' | 'small'
  readonly width: number
  readonly left: number
  readonly right: number
  readonly apart: number
  readonly tall: number
  readonly top: number
}

export const WIDE_BARS: BarSize = {
  kind: 'wide',
  width: 1180,
  left: 110,
  right: 1080,
  apart: 50,
  tall: 36,
  top: 8,
}
export const NARROW_BARS: BarSize = {
  kind: 'narrow',
  width: 340,
  left: 1,
  right: 339,
  apart: 66,
  tall: 32,
  top: 26,
}
export const SMALL_BARS: BarSize = {
  kind: 'small',
  width: 300,
  left: 70,
  right: 256,
  apart: 25,
  tall: 19,
  top: 4,
}

/** So much room has the name of the aim above the bars. */
const AIM_NAME = 26

/** Where the first bar stands. */
export const barsTop = ({ aim }: Pick<BarChart, 'aim'>, { top }: BarSize): number =>
  top + (aim ? AIM_NAME : 0)

/** How high a drawing of bars is. */
export const barsHeight = (chart: BarChart, size: BarSize): number =>
  barsTop(chart, size) + (chart.bars.length - 1) * size.apart + size.tall + 4

/** A part of a bar; `share` in per cent of the whole. */
export type BarPart = { readonly x: number; readonly width: number; readonly share: number }

/** The parts of a bar from left to right, noughts too; none without anything counted. */
export function partsOf(counts: readonly number[], { left, right }: BarSize): BarPart[] {
  const all = counts.reduce((sum, one) => sum + one, 0)
  if (all <= 0) return []
  let before = 0
  return counts.map((count) => {
    const x = left + ((right - left) * before) / all
    before += count
    return { x: round(x), width: round(((right - left) * count) / all), share: (100 * count) / all }
  })
}

const round = (value: number) => Math.round(10 * value) / 10

const TINTS = 7

/** Which of the seven tints a part has: the first is the darkest, the last the lightest, however many there are. */
export const tintOf = (part: number, parts: number): number =>
  parts < 2 ? 1 : 1 + Math.round((part * (TINTS - 1)) / (parts - 1))

/** Where an aim stands, from left to right. */
export const aimPlace = (share: number, { left, right }: BarSize): number =>
  left + ((right - left) * share) / 100

/** Where words of a part can stand: all of it, or the wider side of the line of the aim that runs through it. */
export function roomIn({ x, width }: BarPart, line: number | null): Pick<BarPart, 'x' | 'width'> {
  if (line === null || line <= x || line >= x + width) return { x, width }
  return line - x > width / 2 ? { x, width: line - x } : { x: line, width: x + width - line }
}

/** What fits in a part: its name with its share, its name alone, or nothing. */
export function fits(name: string, share: string, width: number): 'both' | 'name' | 'nothing' {
  const wide = (text: string) => 9 * text.length + 8
  if (width >= wide(`${name} ${share}`)) return 'both'
  return width >= wide(name) ? 'name' : 'nothing'
}
