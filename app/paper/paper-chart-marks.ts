import type { XmlComponent } from 'docx'
import { PAPER_PLOT, type PaperChart, type PaperMark } from './paper-chart.ts'
import { lineOf, MARK, part, SOFT, wordsIn } from './paper-chart-look.ts'
import { CHART, MAIN } from './paper-chart-space.ts'
import { element, valued } from './paper-word-xml.ts'

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/chartDrawing'

type Corner = { readonly x: number; readonly y: number }
type Box = { readonly from: Corner; readonly to: Corner }

/**
 * What begins between two steps, drawn over the chart and moving with it: an upright with its words, up to the line that
 * goes on or all the way where it breaks.
 */
export const shapesOf = (chart: PaperChart): XmlComponent =>
  element(
    'c:userShapes',
    { 'xmlns:c': CHART, 'xmlns:a': MAIN },
    chart.marks.flatMap((mark, at) => [
      upright(chart, mark, 2 * at + 1),
      wordsBeside(chart, mark, 2 * at + 2),
    ]),
  )

const { left, right, top, bottom } = PAPER_PLOT

/** Each step stands in the middle of its part of the plot, so a mark stands where two parts meet. */
const markX = ({ steps }: PaperChart, { before }: PaperMark) =>
  left + ((right - left) * before) / steps.length

function upright(chart: PaperChart, mark: PaperMark, id: number): XmlComponent {
  const x = markX(chart, mark)
  const box = { from: { x, y: topOf(chart, mark) }, to: { x, y: bottom } }
  return anchored(box, [
    element('cdr:cxnSp', { macro: '' }, [
      element('cdr:nvCxnSpPr', {}, [
        element('cdr:cNvPr', { id: id + 1, name: `${id}` }),
        element('cdr:cNvCxnSpPr'),
      ]),
      element('cdr:spPr', {}, [
        frameOf(box),
        shape('line'),
        lineOf(MARK, 1, mark.line === null ? 'dash' : 'solid'),
      ]),
    ]),
  ])
}

function topOf({ axis }: PaperChart, { line }: PaperMark): number {
  if (line === null) return top - 12
  return bottom - ((line - axis.low) / (axis.high - axis.low || 1)) * (bottom - top) + 5
}

/** So wide is a letter, about. */
const LETTER = 6.4
/** What lies behind the words stays to be seen, and the words to be read. */
const SHEER = element('a:solidFill', {}, [
  element('a:srgbClr', { val: 'FFFFFF' }, [valued('a:alpha', 75_000)]),
])

function wordsBeside(chart: PaperChart, mark: PaperMark, id: number): XmlComponent {
  const x = markX(chart, mark) + 5
  const y = mark.line === null ? top - 14 : bottom - 20
  const box = {
    from: { x, y },
    to: { x: Math.min(x + LETTER * mark.text.length, PAPER_PLOT.width), y: y + 16 },
  }
  return anchored(box, [
    element('cdr:sp', { macro: '', textlink: '' }, [
      element('cdr:nvSpPr', {}, [
        element('cdr:cNvPr', { id: id + 1, name: `${id}` }),
        element('cdr:cNvSpPr', { txBox: 1 }),
      ]),
      element('cdr:spPr', {}, [frameOf(box), shape('rect'), SHEER]),
      element('cdr:txBody', {}, [
        element('a:bodyPr', { wrap: 'none', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 't' }),
        element('a:lstStyle'),
        ...wordsIn(mark.text.replaceAll('\n', ' '), { language: chart.language, size: 7.5, color: SOFT }),
      ]),
    ]),
  ])
}

const anchored = ({ from, to }: Box, children: readonly XmlComponent[]) =>
  element('cdr:relSizeAnchor', { 'xmlns:cdr': DRAWING }, [
    element('cdr:from', {}, corner(from)),
    element('cdr:to', {}, corner(to)),
    ...children,
  ])

const corner = ({ x, y }: Corner) => [
  element('cdr:x', {}, [part(x / PAPER_PLOT.width)]),
  element('cdr:y', {}, [part(y / PAPER_PLOT.height)]),
]

/** The same place once more, in the units of the document. */
const frameOf = ({ from, to }: Box) =>
  element('a:xfrm', {}, [
    element('a:off', { x: emu(from.x), y: emu(from.y) }),
    element('a:ext', { cx: emu(to.x - from.x), cy: emu(to.y - from.y) }),
  ])

/** The chart is as wide as the text of a page. */
export const emu = (units: number) => Math.round((units / PAPER_PLOT.width) * PAGE_WIDTH)
const PAGE_WIDTH = 9_978 * 635

const shape = (kind: 'line' | 'rect') => element('a:prstGeom', { prst: kind }, [element('a:avLst')])
