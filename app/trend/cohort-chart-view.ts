import type { Language } from '../kernel/language.ts'
import { MOMENTS } from '../result/result.ts'
import type { LineChart } from '../ui/chart.ts'
import { type Cohort, type CohortPoint, type CohortStretch, cohortStatements } from './cohort.ts'
import { inSubject } from './section-chart-view.ts'
import { chartText, numberText, placeCode, yearText } from './sentence-text.ts'
import { isValue, type Measure, type Place } from './series.ts'
import { subjectText } from './subject-text.ts'
import { fewWords, type TrendTable } from './trend-table-view.ts'
import { trendText } from './trend-text.ts'
import { marksOf, seriesText, withTrack } from './years-chart-view.ts'

type Moment = Pick<Place, 'yearGroup' | 'moment'>

/** Every year group and moment that any of the cohorts was measured at, in the order of the school. */
export function stepsOf(cohorts: readonly Cohort[]): Moment[] {
  const all = cohorts.flatMap(({ stretches }) => stretches.flatMap(({ points }) => points))
  const each = new Map(all.map((place) => [placeCode(place), place]))
  return [...each.values()].sort(
    (one, other) =>
      one.yearGroup - other.yearGroup || MOMENTS.indexOf(one.moment) - MOMENTS.indexOf(other.moment),
  )
}

const valueAt = ({ points }: CohortStretch, step: Moment) => {
  const at = points.findLast((point) => placeCode(point) === placeCode(step) && isValue(point.at))?.at
  return at !== undefined && isValue(at) ? at : null
}

type OfCohort = {
  readonly id: string
  readonly cohort: Cohort
  /** All cohorts of the subject: the others stand soft behind, as far as they made the same tests. */
  readonly cohorts: readonly Cohort[]
  readonly subject: string
  readonly measure: Measure
}

/** 'Wie in 2028 van school gaat' */
export const cohortTitle = ({ leaves, yearGroup, track }: Cohort, language: Language) =>
  withTrack(subjectText(language).cohort(leaves.slice(5), yearGroup), track)

/** The same pupils through the school: a line for every series of tests. */
export function cohortChart(
  { id, cohort, cohorts, subject, measure }: OfCohort,
  language: Language,
): LineChart {
  const steps = stepsOf(cohorts)
  const begins = cohort.stretches.map(({ points: [first] }, at) => (at === 0 ? 0 : stepIn(steps, first)))
  const isIn = (place: number, at: number) =>
    place >= (begins[at] ?? 0) && place < (begins[at + 1] ?? steps.length)
  const othersOf = (series: number) =>
    cohorts
      .filter(({ leaves }) => leaves !== cohort.leaves)
      .flatMap(({ stretches }) => stretches.filter((stretch) => stretch.series === series))
  const title = `${inSubject(subject, cohortTitle(cohort, language), language)}: ${subjectText(language).measure[measure]}`
  return {
    id,
    title,
    told: chartText(language, title, cohortStatements(cohort, measure)),
    steps: steps.map((step) => {
      const n = cohort.stretches.map((stretch) => valueAt(stretch, step)?.n).find((one) => one !== undefined)
      return { label: placeCode(step), under: n === undefined ? '' : `n ${n}` }
    }),
    lines: cohort.stretches.map((stretch) => ({
      name: stretch.test,
      values: steps.map((step) => valueAt(stretch, step)?.value ?? null),
      bands: steps.map(() => null),
      few: steps.map((step) => (valueAt(stretch, step)?.caution ?? null) !== null),
    })),
    behind: cohort.stretches.flatMap((own, at) =>
      othersOf(own.series).map((other) =>
        steps.map((step, place) => (isIn(place, at) ? (valueAt(other, step)?.value ?? null) : null)),
      ),
    ),
    references: [],
    marks: marksOf(cohort.stretches, ({ points: [first] }) => stepIn(steps, first), language),
    scale: 'score',
    number: (value) => numberText(language, value, measure),
  }
}

const stepIn = (steps: readonly Moment[], place: CohortPoint | undefined) =>
  steps.findIndex((step) => place !== undefined && placeCode(step) === placeCode(place))

/** The numbers of a cohort, one row for each moment that it was measured at. */
export function cohortTable({ stretches }: Cohort, measure: Measure, language: Language): TrendTable {
  const { column } = subjectText(language)
  const { hidden, none, column: last } = trendText(language)
  return {
    head: [column.moment, column.year, column.test, column.n, column[measure], column.same, last.note],
    rows: stretches.flatMap((stretch) =>
      stretch.points
        .filter(({ at }) => at !== 'none')
        .map((point) => {
          const { at, same } = point
          const cells = isValue(at)
            ? [String(at.n), numberText(language, at.value, measure)]
            : [hidden, hidden]
          const year = yearText({ ...point, moment: 'M' })
          return [
            placeCode(point),
            year,
            seriesText(stretch, language),
            ...cells,
            same === null ? none : String(same),
            fewWords(isValue(at) ? at.caution : null, language),
          ]
        }),
    ),
  }
}
