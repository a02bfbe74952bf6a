import type { Language } from '../kernel/language.ts'
import type { ChartReference, ChartSize } from '../ui/chart.ts'

/** A line chart on one scale as a word processor can draw it itself: what a reader may see of it, and no more. */
export type PaperChart = {
  readonly language: Language
  /** From left to right; what stands below the axis. */
  readonly steps: readonly string[]
  readonly series: readonly PaperSeries[]
  readonly marks: readonly PaperMark[]
  readonly axis: {
    readonly low: number
    readonly high: number
    readonly apart: number
    readonly unit: string
  }
}

export type PaperSeries = {
  readonly look: 'own' | ChartReference['look']
  readonly name: string
  /** One for each step; null is a gap. */
  readonly points: readonly (PaperPoint | null)[]
}

export type PaperPoint = {
  readonly value: number
  /** What stands beside the dot, and where; null: no words. `shift`: so far down, as a part of the height of the chart. */
  readonly label: {
    readonly text: string
    readonly side: 'above' | 'below' | 'beside'
    readonly shift: number
  } | null
  /** How far the real value may lie below and above it. */
  readonly band: { readonly below: number; readonly above: number } | null
  /** Of so few that a difference may be chance: an open dot. */
  readonly few: boolean
}

/** What begins before a step. `line`: how high the line is that goes on there; null where none does. */
export type PaperMark = { readonly before: number; readonly text: string; readonly line: number | null }

/** The chart, and its plot in it: in the units of a drawing, as wide as the text of a page. */
export const PAPER_PLOT: ChartSize = {
  kind: 'wide',
  width: 780,
  height: 226,
  left: 46,
  right: 525,
  top: 48,
  bottom: 178,
}
