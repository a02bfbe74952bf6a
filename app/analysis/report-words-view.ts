import type { Language } from '../kernel/language.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { numberText } from '../trend/sentence-text.ts'
import type { LineChart } from '../ui/chart.ts'
import type { Analysis } from './analysis.ts'
import { analysisText } from './analysis-text.ts'
import type { Cell, ReportChart } from './report.ts'

/** 'Jaaranalyse 2025–2026' */
export const analysisTitle = (
  { kind, schoolYear }: Pick<Analysis, 'kind' | 'schoolYear'>,
  language: Language,
) => {
  const text = analysisText(language)
  return text.name(text.kind[kind], yearTitle(schoolYear))
}

/** A chart of a report, to be drawn. */
export const drawnOf = (chart: ReportChart, language: Language): LineChart => ({
  ...chart,
  behind: [],
  scale: 'share',
  number: (value) => numberText(language, value, 'target'),
})

/** Of how many pupils a number is, as it stands small beside it. */
export const besideOf = ({ n }: Cell, language: Language): string =>
  n === null ? '' : analysisText(language).n(n)
