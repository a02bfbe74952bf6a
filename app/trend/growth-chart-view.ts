import type { Language } from '../kernel/language.ts'
import type { LineChart } from '../ui/chart.ts'
import { type GrowthSection, growthStatements, growthStretches } from './growth-line.ts'
import { inSubject } from './section-chart-view.ts'
import { numberText, placeCode, yearText } from './sentence-text.ts'
import { subjectText } from './subject-text.ts'
import { fewWords, type TrendTable, worstOf } from './trend-table-view.ts'
import { trendText } from './trend-text.ts'
import { seriesText, withTrack, yearsChart } from './years-chart-view.ts'

/** 'Van M6 naar E6' */
export const growthTitle = (section: GrowthSection, language: Language) =>
  withTrack(subjectText(language).growth(placeCode(section.since), placeCode(section)), section.track)

/** How much the same pupils grew from one moment to the next, over the years. */
export function growthChart(
  section: GrowthSection,
  { id, subject }: { readonly id: string; readonly subject: string },
  language: Language,
): LineChart {
  const title = `${inSubject(subject, growthTitle(section, language), language)}: ${subjectText(language).meanGrowth}`
  const stretches = growthStretches(section)
  const statements = growthStatements(section)
  const { moment } = section
  return yearsChart({ id, title, moment, measure: 'growth', stretches, statements, aim: null }, language)
}

/** The numbers of growth, one row for each year and series. */
export function growthTable({ steps }: GrowthSection, language: Language): TrendTable {
  const { column } = subjectText(language)
  const { hidden, none } = trendText(language)
  return {
    head: [column.year, column.test, column.n, column.growth, trendText(language).column.note],
    rows: steps.map((step) => {
      const { growth } = step
      const cells =
        growth === 'hidden'
          ? [hidden, hidden]
          : growth === null
            ? [none, none]
            : [String(growth.n), numberText(language, growth.mean, 'growth')]
      return [yearText(step), seriesText(step, language), ...cells, fewWords(worstOf(growth), language)]
    }),
  }
}
