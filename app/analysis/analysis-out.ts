import { longDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { parseRich } from '../kernel/rich.ts'
import { type Block, type Paper, plainText, textRun } from '../paper/paper.ts'
import { paperChart } from '../paper/paper-chart-make.ts'
import type { ChartSize } from '../ui/chart.ts'
import { chartImage } from '../ui/chart-image-view.tsx'
import { type Analysis, dayOfVersion, hasNumbers, shownParts } from './analysis.ts'
import { analysisText } from './analysis-text.ts'
import type { PartName, Report, ReportChart, ReportPart, ReportTable, Story } from './report.ts'
import { analysisTitle, besideOf, drawnOf } from './report-words-view.ts'

/** An analysis on paper: one version, for one reader's language. */
export type AnalysisPaper = {
  readonly analysis: Analysis
  readonly language: Language
  readonly school: string
}

/** The analysis as a document of one to four pages: only what is in it, and no heading without anything below it. */
export function paperOf({ analysis, language, school }: AnalysisPaper): Paper {
  const text = analysisText(language)
  const title = analysisTitle(analysis, language)
  const day = longDay(dayOfVersion(analysis.version), language)
  const report = analysis.reports[language]
  return {
    title: plainText(title),
    author: plainText(school),
    language,
    head: analysis.version.sharedAt === null ? text.draft : '',
    foot: plainText(text.foot(title, school)),
    pageWords: { page: text.page, of: text.of },
    close: true,
    sheets: [
      {
        boxed: false,
        blocks: [
          { kind: 'title', runs: [textRun(plainText(title))] },
          { kind: 'lead', runs: [textRun(plainText(text.underOf(school, day)))] },
          ...shownParts(analysis, report).flatMap((part) => partBlocks(analysis, report, part, language)),
        ],
      },
    ],
  }
}

function partBlocks(analysis: Analysis, report: Report, part: PartName, language: Language): Block[] {
  const { words } = analysis.parts[part]
  return [
    { kind: 'heading', level: 2, runs: [textRun(analysisText(language).part[part])] },
    ...(words === '' ? [] : [saidBlock(words)]),
    ...(hasNumbers(part) ? numberBlocks(report[part], language) : []),
  ]
}

const saidBlock = (words: string): Block => ({
  kind: 'said',
  as: 'text',
  lead: [],
  rich: parseRich(plainText(words)),
  tail: [],
})

function numberBlocks({ sentences, charts, tables, stories }: ReportPart, language: Language): Block[] {
  return [
    ...listed(sentences),
    ...tables.flatMap((table, at) => tableBlocks(table, charts[at], tables[at + 1], language)),
    ...stories.flatMap(storyBlocks),
  ]
}

const listed = (sentences: readonly string[]): Block[] =>
  sentences.length === 0
    ? []
    : [{ kind: 'list', counted: false, items: sentences.map((one) => [textRun(plainText(one))]) }]

/** In the units of the drawing: as wide as the text of a page, with room beside the plot for the names of the lines. */
const ON_PAPER: ChartSize = {
  kind: 'wide',
  width: 780,
  height: 236,
  left: 52,
  right: 545,
  top: 24,
  bottom: 182,
}
const PAPER_FONT = '"Draad Sans"'

function picture(chart: ReportChart, language: Language): Block {
  const drawn = drawnOf(chart, language)
  return {
    kind: 'picture',
    caption: plainText(chart.title),
    svg: chartImage(drawn, ON_PAPER, PAPER_FONT),
    told: plainText(chart.told),
    chart: paperChart(drawn, language),
  }
}

/** The drawing stands above its numbers. A note that the next table says too stands below the last of them. */
function tableBlocks(
  table: ReportTable,
  chart: ReportChart | undefined,
  next: ReportTable | undefined,
  language: Language,
): Block[] {
  const note = table.note === null || table.note === next?.note ? null : table.note
  return [
    ...(chart ? [picture(chart, language)] : []),
    {
      kind: 'figures',
      caption: plainText(table.caption),
      head: table.head.map(plainText),
      rows: table.rows.map(({ name, cells }) => ({
        name: plainText(name),
        cells: cells.map((one) => ({
          text: plainText(one.text),
          beside: besideOf(one, language),
          under: one.was ?? '',
        })),
      })),
    },
    ...(note === null ? [] : [{ kind: 'paragraph', runs: [{ as: 'note', text: note }] } as const]),
  ]
}

function storyBlocks({ title, under, lines }: Story): Block[] {
  const beside = under === '' ? [] : [{ as: 'note', text: `  ${plainText(under)}` } as const]
  return [
    { kind: 'heading', level: 3, quiet: true, runs: [textRun(plainText(title)), ...beside] },
    ...listed(lines),
  ]
}
