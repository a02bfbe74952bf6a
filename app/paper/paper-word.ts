import {
  BorderStyle,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageBorderDisplay,
  PageBorderOffsetFrom,
  PageNumber,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import type { Block, Paper, Run, Sheet } from './paper.ts'
import { wordChart } from './paper-word-chart.ts'
import { wordRuns } from './paper-word-runs.ts'
import { wordSaid } from './paper-word-said.ts'
import { COUNTED, DASHED, ITEMS, TEXT_WIDTH, wordNumbering, wordStyles } from './paper-word-styles.ts'
import { wordFigures, wordSignatures, wordTable } from './paper-word-tables.ts'

/** A Word file with styles, headings and content controls for the fields, which a person can go on editing. */
export function makeWord(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title,
    creator: paper.author,
    styles: wordStyles(paper),
    numbering: wordNumbering,
    sections: paper.sheets.map((sheet, index) => section(paper, sheet, index)),
  })
  return Packer.toBuffer(document, undefined, [{ path: 'word/settings.xml', data: SETTINGS }])
}

/** The frame leaves the head and foot of the page outside; Word's own library has no word for that. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="708"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

const MILLIMETRE = 56.7
const MARGIN = {
  side: Math.round(17 * MILLIMETRE),
  top: Math.round(22 * MILLIMETRE),
  close: Math.round(19 * MILLIMETRE),
  head: Math.round(9 * MILLIMETRE),
}

function section(paper: Paper, sheet: Sheet, index: number): ISectionOptions {
  const top = paper.close ? MARGIN.close : MARGIN.top
  return {
    properties: {
      page: {
        size: { width: 11_906, height: 16_838 },
        margin: {
          top,
          bottom: top,
          left: MARGIN.side,
          right: MARGIN.side,
          header: MARGIN.head,
          footer: MARGIN.head,
        },
        ...(sheet.boxed ? { borders: frame } : {}),
      },
    },
    // later sections go on with the first one's head and foot
    ...(index === 0 ? { headers: { default: head(paper) }, footers: { default: foot(paper) } } : {}),
    children: listed(sheet.blocks.flatMap((block) => wordBlock(block, sheet.boxed))),
  }
}

/** Word refuses a section without a paragraph. */
const listed = (children: (Paragraph | Table)[]) => (children.length === 0 ? [new Paragraph({})] : children)

const line = { style: BorderStyle.SINGLE, size: 6, color: '17202A', space: 8 }
/** A frame around the text of each page: the form's box, closed on every page. */
const frame = {
  pageBorders: { display: PageBorderDisplay.ALL_PAGES, offsetFrom: PageBorderOffsetFrom.TEXT },
  pageBorderTop: line,
  pageBorderBottom: line,
  pageBorderLeft: line,
  pageBorderRight: line,
}

const head = (paper: Paper) =>
  new Header({
    children: [new Paragraph({ style: 'PaperHead', children: wordRuns([{ as: 'text', text: paper.head }]) })],
  })

function foot(paper: Paper): Footer {
  const numbers = new TextRun({
    children: [
      new Tab(),
      `${paper.pageWords.page} `,
      PageNumber.CURRENT,
      ` ${paper.pageWords.of} `,
      PageNumber.TOTAL_PAGES,
    ],
  })
  const tabStops = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }]
  const text = wordRuns([{ as: 'text', text: paper.foot }])
  return new Footer({
    children: [new Paragraph({ style: 'PaperFoot', tabStops, children: [...text, numbers] })],
  })
}

/** One block of the document, as the paragraphs and tables that Word knows. */
function wordBlock(block: Block, boxed: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [paragraph('Title', block.runs)]
    case 'lead':
      return [paragraph('PaperLead', block.runs)]
    case 'quote':
      return [paragraph('PaperQuote', block.runs)]
    case 'heading':
      return [heading(block, boxed)]
    case 'paragraph':
      return [paragraph(block.entry ? 'PaperEntry' : 'PaperText', block.runs)]
    case 'said':
      return wordSaid(block)
    case 'list':
      return block.items.map((runs) => item(runs, block.counted))
    case 'facts':
      return block.rows.map(({ label, text }) =>
        paragraph('PaperFact', [
          { as: 'label', text: `${label}: ` },
          { as: 'text', text },
        ]),
      )
    case 'names':
      return [paragraph('PaperText', [{ as: 'text', text: block.names.join(', ') }])]
    case 'table':
      return [wordTable(block.head, block.rows)]
    case 'figures':
      return [caption(block.caption), wordFigures(block)]
    case 'picture':
      return block.chart ? [wordChart(block, block.chart)] : []
    case 'signatures':
      return wordSignatures(block.labels)
    case 'box':
      return block.blocks.flatMap((inner) => wordBlock(inner, boxed))
  }
}

const paragraph = (style: string, runs: readonly Run[]) => new Paragraph({ style, children: wordRuns(runs) })

const caption = (text: string) =>
  new Paragraph({
    style: 'PaperText',
    spacing: { before: 140 },
    keepNext: true,
    children: wordRuns([{ as: 'label', text }]),
  })

const item = (runs: readonly Run[], counted: boolean) =>
  new Paragraph({
    style: 'PaperItem',
    numbering: { reference: counted ? ITEMS : DASHED, level: 0 },
    children: wordRuns(runs),
  })

function heading(block: Extract<Block, { kind: 'heading' }>, boxed: boolean): Paragraph {
  const style = block.level === 3 || block.quiet ? 'Heading2' : boxed ? 'Heading1' : 'PaperSheet'
  const numbering = block.numbered ? { numbering: { reference: COUNTED, level: 0 } } : {}
  return new Paragraph({ style, keepNext: true, ...numbering, children: wordRuns(block.runs) })
}
