import type { XmlComponent } from 'docx'
import type { PaperChart, PaperPoint, PaperSeries } from './paper-chart.ts'
import { BAND, INK, LOOKS, lineOf, markerOf, noLine, part, wordsIn } from './paper-chart-look.ts'
import { element, valued } from './paper-word-xml.ts'

/** One line of a chart. There is no workbook behind it: what it is drawn from stands in the part itself. */
export function seriesOf(chart: PaperChart, series: PaperSeries, at: number): XmlComponent {
  const look = LOOKS[series.look]
  return element('c:ser', {}, [
    valued('c:idx', at),
    valued('c:order', at),
    element('c:tx', {}, [texts([series.name], cells(at + 1, 0, 0))]),
    element('c:spPr', {}, [lineOf(look.color, look.width, look.dash)]),
    markerOf(look),
    ...series.points.flatMap((point, step) => (point?.few ? [openDot(series, step)] : [])),
    labelsOf(chart, series),
    ...bandsOf(series),
    element('c:cat', {}, [texts(chart.steps, cells(0, 1, chart.steps.length))]),
    element('c:val', {}, [numbers(series, cells(at + 1, 1, chart.steps.length))]),
    valued('c:smooth', 0),
  ])
}

/** Where the numbers would stand in a sheet: every reader of the format wants an address, beside the values. */
function cells(column: number, first: number, last: number): string {
  const name =
    column < LETTERS ? String.fromCharCode(A + column) : `A${String.fromCharCode(A + column - LETTERS)}`
  const cell = (row: number) => `$${name}$${row + 1}`
  return first === last ? `Sheet1!${cell(first)}` : `Sheet1!${cell(first)}:${cell(last)}`
}
const A = 65
const LETTERS = 26

const texts = (all: readonly string[], address: string) =>
  element('c:strRef', {}, [
    element('c:f', {}, [address]),
    element('c:strCache', {}, [
      valued('c:ptCount', all.length),
      ...all.map((text, at) => element('c:pt', { idx: at }, [element('c:v', {}, [text])])),
    ]),
  ])

/** A gap has no number at all. */
const numbers = ({ points }: PaperSeries, address: string) =>
  element('c:numRef', {}, [
    element('c:f', {}, [address]),
    element('c:numCache', {}, [
      element('c:formatCode', {}, ['General']),
      valued('c:ptCount', points.length),
      ...valuesOf(points.map((point) => point?.value ?? null)),
    ]),
  ])

const valuesOf = (values: readonly (number | null)[]) =>
  values.flatMap((value, at) =>
    value === null ? [] : [element('c:pt', { idx: at }, [element('c:v', {}, [String(value)])])],
  )

const openDot = ({ look }: PaperSeries, step: number) =>
  element('c:dPt', {}, [
    valued('c:idx', step),
    markerOf(LOOKS[look], true),
    valued('c:bubble3D', 0),
    element('c:spPr', {}, [lineOf(LOOKS[look].color, LOOKS[look].width, LOOKS[look].dash)]),
  ])

const SIDES = { above: 't', below: 'b', beside: 'r' } as const

/** Numbers beside dots as they were said in the language of the document, whatever language the reader's computer has. */
function labelsOf({ language }: PaperChart, { look, points }: PaperSeries): XmlComponent {
  const words = { language, size: 8, color: look === 'own' ? INK : LOOKS[look].color, bold: true }
  const labels = points.flatMap((point, step) => {
    if (!point?.label) return []
    const { text, side, shift } = point.label
    return [
      element('c:dLbl', {}, [
        valued('c:idx', step),
        ...(shift === 0 ? [] : [shifted(shift)]),
        element('c:tx', {}, [
          element('c:rich', {}, [element('a:bodyPr'), element('a:lstStyle'), ...wordsIn(text, words)]),
        ]),
        valued('c:dLblPos', SIDES[side]),
        ...shows(true),
      ]),
    ]
  })
  return element('c:dLbls', {}, [
    ...labels,
    element('c:spPr', {}, [element('a:noFill'), noLine()]),
    ...shows(false),
  ])
}

const shifted = (shift: number) =>
  element('c:layout', {}, [element('c:manualLayout', {}, [valued('c:x', 0), valued('c:y', part(shift))])])

const shows = (value: boolean) => [
  valued('c:showLegendKey', 0),
  valued('c:showVal', value ? 1 : 0),
  ...['c:showCatName', 'c:showSerName', 'c:showPercent', 'c:showBubbleSize'].map((name) => valued(name, 0)),
]

/** Thin uprights between which the real values lie. */
function bandsOf({ points }: PaperSeries): XmlComponent[] {
  if (!points.some((point) => point?.band)) return []
  return [
    element('c:errBars', {}, [
      valued('c:errDir', 'y'),
      valued('c:errBarType', 'both'),
      valued('c:errValType', 'cust'),
      valued('c:noEndCap', 0),
      element('c:plus', {}, [literal(points, 'above')]),
      element('c:minus', {}, [literal(points, 'below')]),
      element('c:spPr', {}, [lineOf(BAND, 1.5)]),
    ]),
  ]
}

const literal = (points: readonly (PaperPoint | null)[], side: 'above' | 'below') =>
  element('c:numLit', {}, [
    element('c:formatCode', {}, ['General']),
    valued('c:ptCount', points.length),
    ...valuesOf(points.map((point) => point?.band?.[side] ?? null)),
  ])
