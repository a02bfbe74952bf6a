import type { Language } from '../kernel/language.ts'
import { ruleSentences } from '../trend/rule-text.ts'
import { numberText, say, yearText } from '../trend/sentence-text.ts'
import type { Kept } from '../trend/series.ts'
import type { Together } from '../trend/standing.ts'
import { standingChart } from '../trend/standing-chart-view.ts'
import type { StandingSheet } from '../trend/standing-sheet.ts'
import { trendText } from '../trend/trend-text.ts'
import { numbersText } from './numbers-text.ts'
import { type Cell, EMPTY_PART, type ReportChart, type ReportPart, type ReportTable } from './report.ts'

/** Where the school stands with the reference levels, as it is kept: a chart, sentences and numbers for each share. */
export function standingPart(sheets: readonly StandingSheet[], language: Language): ReportPart {
  return {
    ...EMPTY_PART,
    sentences: [
      ...sheets.filter(({ statements }) => statements.length > 0).map((sheet) => saidOf(sheet, language)),
      ...ruleSentences(language, sheets[0]?.all ?? []),
    ],
    charts: sheets.filter(({ standings }) => standings.length > 0).map((sheet) => chartOf(sheet, language)),
    tables: sheets.filter(({ all }) => all.length > 0).map((sheet) => tableOf(sheet, language)),
  }
}

/** With its value in front, where nothing says from where it came. */
function saidOf({ share, statements, standings }: StandingSheet, language: Language): string {
  const { share: name, valueIn } = numbersText(language)
  const isMoved = statements.some((one) => one.says === 'run' || one.says === 'change')
  const last = standings.findLast(({ together }) => typeof together === 'object' && together !== null)
  const kept = last?.together
  const head =
    isMoved || !last || !kept || kept === 'hidden'
      ? name[share]
      : valueIn(
          name[share],
          yearText({ schoolYear: last.until, moment: 'D' }),
          numberText(language, kept[share].value, share),
        )
  const [first = '', ...more] = statements.map((one) => say(language, one, 'bare'))
  return [`${head}: ${first.charAt(0).toLowerCase()}${first.slice(1)}`, ...more].join(' ')
}

function chartOf(sheet: StandingSheet, language: Language): ReportChart {
  const { id, title, told, steps, lines, references, marks } = standingChart(sheet, language)
  return { id, title, told, steps, lines, references, marks }
}

function tableOf({ share, all, lines }: StandingSheet, language: Language): ReportTable {
  const { standing, hidden, none } = numbersText(language)
  const { reference } = trendText(language)
  const bare = (text: string): Cell => ({ text, n: null, was: null })
  const reached = (kept: Kept<Together>): Cell =>
    kept === 'hidden' || kept === null
      ? bare(kept === null ? none : hidden)
      : { text: numberText(language, kept[share].value, share), n: kept.pupils, was: null }
  return {
    caption: standing.caption[share],
    head: [...standing.head, ...lines.map(({ kind }) => reference[kind])],
    rows: all.map(({ until, together, alone }) => ({
      name: yearText({ schoolYear: until, moment: 'D' }),
      cells: [
        reached(together),
        reached(alone),
        ...lines.map(({ points }) => {
          const found = points.find(({ schoolYear }) => schoolYear === until)
          return bare(found ? numberText(language, found.value, share) : none)
        }),
      ],
    })),
    note: standing.note,
  }
}
