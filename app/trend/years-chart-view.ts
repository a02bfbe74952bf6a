import type { Language } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { ChartLine, ChartMark, ChartReference, LineChart } from '../ui/chart.ts'
import type { Aim } from './aim.ts'
import type { Statement } from './sentence.ts'
import { chartText, numberText, yearText } from './sentence-text.ts'
import { isValue, type Measure, type Place, type Series, type Stretch, type Value } from './series.ts'
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
  const { id, title, moment, measure, stretches, statements } = over
  const points = stretches.flatMap((stretch) => stretch.points)
  const years = [...new Set(points.map(({ schoolYear }) => schoolYear))].sort()
  const known = stretches.map((stretch) => valuesIn(stretch, years))
  return {
    id,
    title,
    told: chartText(language, title, statements),
    steps: years.map((schoolYear, step) => {
      const n = known.map((values) => values[step]?.n).find((one) => one !== undefined)
      return { label: yearText({ moment, schoolYear }), under: n === undefined ? '' : `n ${n}` }
    }),
    lines: stretches.map(({ test }, at) => lineOf(test, known[at] ?? [])),
    behind: [],
    references: aimLine(over, years, language),
    marks: marksOf(
      stretches,
      ({ points: [first] }) => (first ? years.indexOf(first.schoolYear) : 0),
      language,
    ),
    scale: scaleOf(measure),
    number: (value) => numberText(language, value, measure),
  }
}

const valuesIn = ({ points }: Stretch, years: readonly SchoolYear[]): (Value | null)[] =>
  years.map((year) => {
    const at = points.find(({ schoolYear }) => schoolYear === year)?.at
    return at !== undefined && isValue(at) ? at : null
  })

const lineOf = (name: string, values: readonly (Value | null)[]): ChartLine => ({
  name,
  values: values.map((value) => value && value.value),
  bands: values.map((value) => value && value.band),
  few: values.map((value) => value !== null && value.caution !== null),
})

/** What the school aims at: a score on the scale of the last series alone. */
function aimLine(
  { aim, stretches, measure }: OverYears,
  years: readonly SchoolYear[],
  language: Language,
): ChartReference[] {
  if (!aim) return []
  const from = scaleOf(measure) === 'share' ? '' : (stretches.at(-1)?.points[0]?.schoolYear ?? '')
  const values = years.map((year) => (year >= from ? aim.value : null))
  return [{ look: 'ambition', name: trendText(language).reference.ambition, values }]
}

const scaleOf = (measure: OverYears['measure']) =>
  measure === 'growth' ? 'growth' : measure === 'mean' || measure === 'median' ? 'score' : 'share'

/** Where a series takes the place of the one before it. */
export const marksOf = <Of extends Stretch>(
  stretches: readonly Of[],
  stepOf: (stretch: Of) => number,
  language: Language,
): ChartMark[] =>
  stretches.slice(1).flatMap((stretch, at) => {
    const before = isDrawn(stretch) ? stepOf(stretch) : 0
    const { from, short } = subjectText(language).mark
    return before > 0 ? [{ before, text: from(newIn(stretch, stretches[at], language)), short }] : []
  })

const isDrawn = ({ points }: Stretch) => points.some(({ at }) => isValue(at))

/** What is new of a series beside the one before it. */
const newIn = (now: Series, before: Series | undefined, language: Language) =>
  before?.test !== now.test || now.norm === '' ? now.test : normText(now.norm, language)

const normText = (norm: string, language: Language) => subjectText(language).norms(norm)

/** A title with the tests it is of, where another one stands beside it; the last one, with all its norms. */
export function withTrack(title: string, track: readonly Series[] | null): string {
  const last = track?.at(-1)
  if (!track || !last) return title
  const own = track.filter(({ test, supplier }) => test === last.test && supplier === last.supplier)
  const norms = [...new Set(own.map(({ norm }) => norm))].filter((norm) => norm !== '')
  return `${title} · ${[last.supplier, last.test, norms.join(' / ')].filter((part) => part !== '').join(', ')}`
}

/** 'Rekenen-Wiskunde, normering 2023' */
export const seriesText = ({ test, norm }: Pick<Series, 'test' | 'norm'>, language: Language) =>
  [test, normText(norm, language)].filter((part) => part !== '').join(', ')
