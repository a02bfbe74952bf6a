import { type IContext, type PackagePart, XmlComponent } from 'docx'
import { PAPER_PLOT, type PaperChart } from './paper-chart.ts'
import {
  filled,
  languageOf,
  lineOf,
  MARK,
  noLine,
  placeOf,
  RULE,
  SOFT,
  textLook,
  wordsIn,
} from './paper-chart-look.ts'
import { seriesOf } from './paper-chart-series.ts'
import { element, valued } from './paper-word-xml.ts'

export const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
export const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main'
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The part of a chart: `c:chartSpace`, in the order that the format asks for. `shapes`: what is drawn over it. */
export const chartSpace = (chart: PaperChart, title: string, shapes: PackagePart | null): XmlComponent =>
  element('c:chartSpace', { 'xmlns:c': CHART, 'xmlns:a': MAIN, 'xmlns:r': RELATIONS }, [
    valued('c:date1904', 0),
    valued('c:lang', languageOf(chart.language)),
    valued('c:roundedCorners', 0),
    element('c:chart', {}, [
      titleOf(chart, title),
      valued('c:autoTitleDeleted', 0),
      plotOf(chart),
      legendOf(chart),
      valued('c:plotVisOnly', 1),
      valued('c:dispBlanksAs', 'gap'),
    ]),
    element('c:spPr', {}, [filled('FFFFFF'), noLine()]),
    textLook({ language: chart.language, size: 8 }),
    ...(shapes === null ? [] : [new PartLink('c:userShapes', shapes)]),
  ])

/** An element that says by its relation which part it stands for; the part comes into the file with it. */
export class PartLink extends XmlComponent {
  readonly #part: PackagePart
  readonly #element: XmlComponent
  constructor(name: string, part: PackagePart, spaces: Readonly<Record<string, string>> = {}) {
    super(name)
    this.#part = part
    this.#element = element(name, { ...spaces, 'r:id': part.relationshipId })
  }

  override prepForXml(context: IContext) {
    this.#part.addTo(context)
    return this.#element.prepForXml(context)
  }
}

const titleOf = ({ language }: PaperChart, title: string) =>
  element('c:title', {}, [
    element('c:tx', {}, [
      element('c:rich', {}, [
        element('a:bodyPr'),
        element('a:lstStyle'),
        ...wordsIn(title, { language, size: 9, bold: true, left: true }),
      ]),
    ]),
    placeOf({ x: 0, y: 0 }),
    valued('c:overlay', 0),
  ])

const { width, height, left, right, top, bottom } = PAPER_PLOT

const plotOf = (chart: PaperChart) =>
  element('c:plotArea', {}, [
    placeOf(
      { x: left / width, y: top / height, width: (right - left) / width, height: (bottom - top) / height },
      true,
    ),
    element('c:lineChart', {}, [
      valued('c:grouping', 'standard'),
      valued('c:varyColors', 0),
      ...chart.series.map((series, at) => seriesOf(chart, series, at)),
      valued('c:marker', 1),
      valued('c:axId', STEPS),
      valued('c:axId', VALUES),
    ]),
    stepsAxis(chart),
    valuesAxis(chart),
  ])

/** The two axes of a chart know each other by these. */
const STEPS = 111_111_111
const VALUES = 222_222_222

const stepsAxis = ({ language }: PaperChart) =>
  element('c:catAx', {}, [
    valued('c:axId', STEPS),
    element('c:scaling', {}, [valued('c:orientation', 'minMax')]),
    valued('c:delete', 0),
    valued('c:axPos', 'b'),
    element('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    valued('c:majorTickMark', 'none'),
    valued('c:minorTickMark', 'none'),
    valued('c:tickLblPos', 'low'),
    element('c:spPr', {}, [lineOf(MARK, 0.75)]),
    textLook({ language, size: 8 }),
    valued('c:crossAx', VALUES),
    valued('c:crosses', 'min'),
    valued('c:auto', 0),
    valued('c:lblAlgn', 'ctr'),
    valued('c:lblOffset', 50),
    valued('c:noMultiLvlLbl', 1),
  ])

const valuesAxis = ({ axis, language }: PaperChart) =>
  element('c:valAx', {}, [
    valued('c:axId', VALUES),
    element('c:scaling', {}, [
      valued('c:orientation', 'minMax'),
      valued('c:max', axis.high),
      valued('c:min', axis.low),
    ]),
    valued('c:delete', 0),
    valued('c:axPos', 'l'),
    element('c:majorGridlines', {}, [element('c:spPr', {}, [lineOf(RULE, 0.75)])]),
    element('c:numFmt', {
      formatCode: axis.unit === '' ? 'General' : `0"${axis.unit}"`,
      sourceLinked: 0,
    }),
    valued('c:majorTickMark', 'none'),
    valued('c:minorTickMark', 'none'),
    valued('c:tickLblPos', 'low'),
    element('c:spPr', {}, [noLine()]),
    textLook({ language, size: 8, color: SOFT }),
    valued('c:crossAx', STEPS),
    valued('c:crosses', 'min'),
    valued('c:crossBetween', 'between'),
    valued('c:majorUnit', axis.apart),
  ])

/** The names, each with its dash and marker: room for long ones, and never over the lines. */
const legendOf = ({ language, series }: PaperChart) =>
  element('c:legend', {}, [
    valued('c:legendPos', 'r'),
    placeOf({
      x: LEGEND / width,
      y: top / height,
      width: 1 - LEGEND / width,
      height: Math.min(bottom - top, LINE * series.length) / height,
    }),
    valued('c:overlay', 0),
    textLook({ language, size: 8 }),
  ])

const LEGEND = 560
const LINE = 26
