import type { Language } from '../kernel/language.ts'
import type { ChartMark, LineChart } from '../ui/chart.ts'
import type { Aim } from './aim.ts'
import type { Statement } from './sentence.ts'
import { chartText, numberText, yearText } from './sentence-text.ts'
import { isValue, type Measure, type Place, type Series, type Stretch } from './series.ts'
import { subjectText } from './subject-text.ts'
import { trendText } from './trend-text.ts'

/** Lines over school years, of one moment. */
export type OverYears = {
  readonly id: string
  readonly title: string
  readonly moment: Place['moment']
  readonly measure: Measure | 'growth'
  readonly stretches: readonly Stretch[]
  readonly statements: readonly Statement[]
  readonly aim: Aim | null
}

/** A chart over the years: a line for every series, not joined; where one begins it is said. */
export function yearsChart(over: OverYears, language: Language): LineChart {
  const { id, title, moment, measure, stretches, statements, aim } = over
  const points = stretches.flatMap((stretch) => stretch.points)
  const years = [...new Set(points.map(({ schoolYear }) => schoolYear))].sort()
  const lastFrom = stretches.at(-1)?.points[0]?.schoolYear ?? ''
  const lines = stretches.map((stretch) => {
    const values = years.map((year) => {
      const at = stretch.points.find(({ schoolYear }) => schoolYear === year)?.at
      return at !== undefined && isValue(at) ? at : null
    })
    return { stretch, values }
  })
  return {
    id,
    title,
    told: chartText(language, title, statements),
    steps: years.map((schoolYear, step) => {
      const n = lines.map(({ values }) => values[step]?.n).find((one) => one !== undefined)
      return { label: yearText({ moment, schoolYear }), under: n === undefined ? '' : `n ${n}` }
    }),
    lines: lines.map(({ stretch, values }) => ({
      name: stretch.test,
      values: values.map((value) => value && value.value),
      bands: values.map((value) => value && value.band),
      few: values.map((value) => value !== null && value.caution !== null),
    })),
    behind: [],
    references: aim
      ? [
          {
            look: 'ambition',
            name: trendText(language).reference.ambition,
            // On the scale of the last series alone.
            values: years.map((year) =>
              year >= lastFrom || scaleOf(measure) === 'share' ? aim.value : null,
            ),
          },
        ]
      : [],
    marks: marksOf(
      stretches,
      ({ points: [first] }) => (first ? years.indexOf(first.schoolYear) : 0),
      language,
    ),
    scale: scaleOf(measure),
    number: (value) => numberText(language, value, measure),
  }
}

const scaleOf = (measure: OverYears['measure']) =>
  measure === 'growth' ? 'growth' : measure === 'mean' || measure === 'median' ? 'score' : 'share'

/** Where a series takes the place of the one before it. */
export const marksOf = <Of extends Series>(
  stretches: readonly Of[],
  stepOf: (stretch: Of) => number,
  language: Language,
): ChartMark[] =>
  stretches.slice(1).flatMap((stretch, at) => {
    const before = stepOf(stretch)
    const { from, short } = subjectText(language).mark
    return before > 0 ? [{ before, text: from(newIn(stretch, stretches[at])), short }] : []
  })

/** What is new of a series beside the one before it. */
const newIn = (now: Series, before: Series | undefined) =>
  before?.test !== now.test || now.norm === '' ? now.test : now.norm

/** 'Rekenen-Wiskunde, normering 2023' */
export const seriesText = ({ test, norm }: Pick<Series, 'test' | 'norm'>) =>
  [test, norm].filter((part) => part !== '').join(', ')
