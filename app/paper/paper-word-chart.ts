import { Drawing, PackagePart, Paragraph, type RelationshipType, Run } from 'docx'
import type { Block } from './paper.ts'
import { PAPER_PLOT, type PaperChart } from './paper-chart.ts'
import { emu, shapesOf } from './paper-chart-marks.ts'
import { CHART, chartSpace, PartLink, RELATIONS } from './paper-chart-space.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument'

/**
 * A chart that Word draws itself: a part of its own, and a paragraph that stays with what follows. Who doesn't see it hears
 * what it shows.
 */
export function wordChart(
  { caption, told }: Extract<Block, { kind: 'picture' }>,
  chart: PaperChart,
): Paragraph {
  const part = new PackagePart({
    folder: 'charts',
    name: 'chart',
    extension: 'xml',
    contentType: `${TYPE}.drawingml.chart+xml`,
    relationshipType: `${RELATIONS}/chart`,
    content: chartSpace(chart, caption, chart.marks.length === 0 ? null : shapesPart(chart)),
  })
  const drawing = new Drawing(
    {
      type: 'graphic',
      uri: CHART,
      transformation: SIZE,
      content: new PartLink('c:chart', part, { 'xmlns:c': CHART, 'xmlns:r': RELATIONS }),
      lockAspectRatio: false,
    },
    { docProperties: { name: noPlace(caption), title: noPlace(caption), description: noPlace(told) } },
  )
  const run = new Run({})
  run.addChildElement(drawing)
  return new Paragraph({
    style: 'PaperText',
    spacing: { before: 120, after: 0 },
    keepNext: true,
    children: [run],
  })
}

const { width, height } = PAPER_PLOT
/** A pixel is so many of the units that drawings in a document are measured in. */
const PIXEL = 9525
const SIZE = {
  pixels: { x: Math.round(emu(width) / PIXEL), y: Math.round(emu(height) / PIXEL) },
  emus: { x: emu(width), y: emu(height) },
}

const shapesPart = (chart: PaperChart) =>
  new PackagePart({
    folder: 'drawings',
    name: 'drawing',
    extension: 'xml',
    contentType: `${TYPE}.drawingml.chartshapes+xml`,
    // The library's types know the relations that it makes itself; the file format knows this one too.
    relationshipType: `${RELATIONS}/chartUserShapes` as string as RelationshipType,
    content: shapesOf(chart),
  })

/** The library takes '{name-0}' for one of its own places to fill in: a sign without width keeps it words. */
const noPlace = (text: string) => text.replace(/\{(?=[a-z])/g, '{\u2060')
