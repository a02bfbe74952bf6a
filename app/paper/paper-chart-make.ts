import type { Language } from '../kernel/language.ts'
import type { ChartLine, ChartReference, ChartValues, LineChart } from '../ui/chart.ts'
import { labelledSteps, markPlace, panesOf, placing, spread, standsBelow } from '../ui/chart-place.ts'
import { plainText } from './paper.ts'
import {
  PAPER_PLOT,
  type PaperChart,
  type PaperMark,
  type PaperPoint,
  type PaperSeries,
} from './paper-chart.ts'

/** A chart for a word processor. Numbers are cut to the decimal that is shown: a file holds nothing behind it. */
export function paperChart(chart: LineChart, language: Language): PaperChart {
  const [pane] = panesOf(chart)
  const axis = pane?.axis ?? []
  const [low = 0, next = 1] = axis
  const high = axis.at(-1) ?? 1
  return {
    language,
    steps: chart.steps.map(({ label, under }) => plainText(under === '' ? label : `${label}\n${under}`)),
    series: [...chart.lines.map((line) => ownSeries(line, chart)), ...referenceSeries(chart)],
    marks: marksOf(chart),
    axis: { low, high, apart: tenth(next - low), unit: chart.number(high).endsWith('%') ? '\u00a0%' : '' },
  }
}

const tenth = (value: number) => Math.round(10 * value + 1e-9) / 10 + 0

const shortNumber = (chart: LineChart, value: number) => plainText(chart.number(value).replace(/\s?%$/, ''))

/** Only a mark between two steps is one that a reader sees. */
const marksOf = (chart: LineChart): PaperMark[] =>
  chart.marks
    .filter(({ before }) => before > 0 && before < chart.steps.length)
    .map(({ before, text }) => ({
      before,
      text: plainText(text),
      line: markPlace(chart, before, { x: (step) => step, y: (value) => value }).line,
    }))

function ownSeries(line: ChartLine, chart: LineChart): PaperSeries {
  const { y } = placing(chart, PAPER_PLOT, panesOf(chart))
  const labelled = labelledSteps(chart, line, PAPER_PLOT, stepWidth(chart))
  const isBelow = (value: number, step: number) => {
    const height = y(value, step)
    const others = chart.references.flatMap(({ values }) => heightsAt(values, step, y))
    return standsBelow({ x: 0, y: height }, step, others) && height + 28 < PAPER_PLOT.bottom - 2
  }
  const point = (value: number, step: number): PaperPoint => {
    const band = line.bands[step]
    return {
      value: tenth(value),
      label: labelled.has(step)
        ? { text: shortNumber(chart, value), side: isBelow(value, step) ? 'below' : 'above', shift: 0 }
        : null,
      band: band ? { below: tenth(value - band.low), above: tenth(band.high - value) } : null,
      few: line.few?.[step] ?? false,
    }
  }
  return { look: 'own', name: plainText(line.name), points: pointsOf(line.values, chart, point) }
}

/** So far is it from one step to the next: each stands in the middle of its part of the plot. */
const stepWidth = ({ steps }: LineChart) => (PAPER_PLOT.right - PAPER_PLOT.left) / Math.max(1, steps.length)

type HeightOf = (value: number, step: number) => number
const heightsAt = (values: ChartValues, step: number, y: HeightOf) => {
  const value = values[step]
  return typeof value === 'number' ? [y(value, step)] : []
}

const pointsOf = (
  values: ChartValues,
  { steps }: LineChart,
  point: (value: number, step: number) => PaperPoint,
) => steps.map((_, step) => (typeof values[step] === 'number' ? point(values[step], step) : null))

/** What the line is compared with: the last number beside its dot, and those of lines that meet below each other. */
function referenceSeries(chart: LineChart): PaperSeries[] {
  const { y } = placing(chart, PAPER_PLOT, panesOf(chart))
  const last = chart.steps.length - 1
  const ending = chart.references.filter(({ values }) => typeof values[last] === 'number')
  const wished = ending.flatMap(({ values }) => heightsAt(values, last, y))
  const placed = spread(wished, LABELS_APART, PAPER_PLOT.bottom)
  const shiftOf = (line: ChartReference) => {
    const at = ending.indexOf(line)
    return ((placed[at] ?? 0) - (wished[at] ?? 0)) / PAPER_PLOT.height
  }
  return chart.references.map((line) => ({
    look: line.look,
    name: plainText(line.name),
    points: pointsOf(line.values, chart, (value, step) => ({
      value: tenth(value),
      label: step === last ? { text: shortNumber(chart, value), side: 'beside', shift: shiftOf(line) } : null,
      band: null,
      few: false,
    })),
  }))
}

const LABELS_APART = 15
