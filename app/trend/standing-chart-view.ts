import type { Language } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { LineChart } from '../ui/chart.ts'
import { ruleSentences, ruleText } from './rule-text.ts'
import { windowsOf } from './sentence.ts'
import { chartText, numberText, titleText, yearText } from './sentence-text.ts'
import type { Kept } from './series.ts'
import type { Standing, Together } from './standing.ts'
import type { StandingSheet } from './standing-sheet.ts'
import { fewWords, type TrendTable, worstOf } from './trend-table-view.ts'
import { trendText } from './trend-text.ts'

/** The chart of the reference levels: the school's line, and beside it the lines it can be compared with. */
export function standingChart(sheet: StandingSheet, language: Language, school?: string): LineChart {
  const { share, standings, lines, statements, changes } = sheet
  const text = trendText(language)
  const together = standings.map((one) => seen(one.together))
  const differ = windowsOf(standings).length > 1
  const count = ({ pupils, years }: Together) => (differ ? text.nOver(pupils, years.length) : `n ${pupils}`)
  return {
    id: `standing-${share}`,
    title: titleText(language, share, statements),
    told: chartText(language, text.ofChart[share], statements),
    steps: standings.map(({ until }, at) => ({
      label: yearOf(until),
      under: together[at] ? count(together[at]) : '',
    })),
    lines: [
      {
        name: school ?? text.school,
        values: together.map((one) => one && one[share].value),
        bands: together.map((one) => one && one[share].band),
        few: together.map((one) => one !== null && one.caution !== null),
      },
    ],
    behind: [],
    marks: changes.map(({ schoolYear, test }) => ({
      before: standings.findIndex(({ until }) => until === schoolYear),
      text: text.mark.from(test),
      short: text.mark.short,
    })),
    references: lines.map(({ kind, points }) => ({
      look: kind,
      name: text.reference[kind],
      values: standings.map(({ until }) => points.find((one) => one.schoolYear === until)?.value ?? null),
    })),
    scale: 'share',
    number: (value) => numberText(language, value, share),
  }
}

const yearOf = (schoolYear: SchoolYear) => yearText({ schoolYear, moment: 'D' })

const seen = <Of extends Together>(kept: Kept<Of>): Of | null => (kept === 'hidden' ? null : kept)

/**
 * The numbers behind the chart, one row for each year. In a file the sign stands in the heading, and a note says why a
 * year isn't worked out; on a page that stands above the chart.
 */
export function standingTable(
  { share, all, lines }: StandingSheet,
  language: Language,
  on: 'page' | 'file',
): TrendTable {
  const { column, reference, hidden, none } = trendText(language)
  const number = (value: number) => numberText(language, value, on === 'page' ? share : 'mean')
  const percent = (title: string) => (on === 'page' ? title : `${title} (%)`)
  const reached = (kept: Kept<Together>) =>
    kept === 'hidden' ? hidden : kept === null ? none : number(kept[share].value)
  const count = (kept: Kept<Together>) => String(seen(kept)?.pupils ?? none)
  const differ = windowsOf(all).length > 1
  return {
    head: [
      column.year,
      percent(column.together),
      column.n,
      percent(column.alone),
      column.nAlone,
      ...lines.map(({ kind }) => percent(reference[kind])),
      ...(differ ? [column.years] : []),
      ...(on === 'file' ? [ruleText(language).column] : []),
      column.note,
    ],
    rows: all.map((standing) => [
      yearOf(standing.until),
      reached(standing.together),
      count(standing.together),
      reached(standing.alone),
      count(standing.alone),
      ...lines.map(({ points }) => {
        const found = points.find(({ schoolYear }) => schoolYear === standing.until)
        return found ? number(found.value) : none
      }),
      ...(differ ? [String(seen(standing.together)?.years.length ?? none)] : []),
      ...(on === 'file' ? [ruleSentences(language, [standing]).join(' ')] : []),
      standingNote(standing, language),
    ]),
  }
}

/** Of the years together; else of the year alone, of which pupils can be few when together they are not. */
function standingNote({ together, alone }: Standing, language: Language): string {
  const caution = worstOf(together)
  if (caution !== null || worstOf(alone) !== 'few') return fewWords(caution ?? worstOf(alone), language)
  return trendText(language).row.alone
}
