/** A number for each step of the chart, null where there is none: the line has a gap there. */
export type ChartValues = readonly (number | null)[]

/** What is followed: drawn with dots and its numbers. */
export type ChartLine = {
  readonly name: string
  readonly values: ChartValues
  /** Between which numbers the real value lies; null where that isn't known. */
  readonly bands: readonly ({ readonly low: number; readonly high: number } | null)[]
  /** Of so few that a difference may be chance: the dot is open. */
  readonly few?: readonly boolean[]
}

export const REFERENCE_LOOKS = ['signal', 'comparable', 'national', 'ambition'] as const
/** What the line is compared with; each look can be told apart without colour. */
export type ChartReference = {
  readonly look: (typeof REFERENCE_LOOKS)[number]
  readonly name: string
  readonly values: ChartValues
}

/** Something that begins between a step and the one before it: another test, other norms. */
export type ChartMark = {
  readonly before: number
  readonly text: string
  /** Where there is little room. */
  readonly short: string
}

/**
 * Shares end at 0 and 100 and stand on one scale; scores and growth get a new one at every mark, for those before and
 * after it can't be compared. Growth is seen from nought.
 */
export type ChartScale = 'share' | 'score' | 'growth'

/** Lines over steps of time, each with dots and numbers. */
export type LineChart = {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  /** What the chart shows, for who doesn't see it. */
  readonly told: string
  /** From left to right: what stands below the axis, and the number of pupils below that. */
  readonly steps: readonly { readonly label: string; readonly under: string }[]
  readonly lines: readonly ChartLine[]
  /** Other lines on the same scale, drawn soft behind: to see one among them. */
  readonly behind: readonly ChartValues[]
  readonly references: readonly ChartReference[]
  readonly marks: readonly ChartMark[]
  readonly scale: ChartScale
  readonly number: (value: number) => string
}

/** Wide: with words beside the plot. Narrow: for a phone. Small: one of several, with its first and last numbers. */
export type ChartKind = 'wide' | 'narrow' | 'small'

/** The size of a drawing, in its own units. */
export type ChartSize = {
  readonly kind: ChartKind
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export const WIDE: ChartSize = {
  kind: 'wide',
  width: 1180,
  height: 460,
  left: 52,
  right: 960,
  top: 34,
  bottom: 398,
}
export const NARROW: ChartSize = {
  kind: 'narrow',
  width: 340,
  height: 430,
  left: 40,
  right: 336,
  top: 40,
  bottom: 368,
}

export const SMALL: ChartSize = {
  kind: 'small',
  width: 300,
  height: 186,
  left: 4,
  right: 296,
  top: 30,
  bottom: 136,
}
