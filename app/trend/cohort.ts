import { nextYear, type SchoolYear } from '../kernel/school-year.ts'
import { MOMENTS } from '../result/result.ts'
import { placeOf, seriesOf, stretchOf } from './cross-section.ts'
import type { ShownGrowth } from './growth.ts'
import { inTime } from './place.ts'
import { type Statement, shown, stretchStatements } from './sentence.ts'
import { isValue, type Measure, type Place, type Point, type Series, type ShownFigure } from './series.ts'
import { tracksOf } from './series-track.ts'

/** A place of a cohort. `same`: how many of these pupils were at the place before, with a score; null: not said. */
export type CohortPoint = Point & { readonly same: number | null }

export type CohortStretch = Series & { readonly points: readonly CohortPoint[] }

/** Pupils who go through the school together; some come and some leave. */
export type Cohort = {
  /** The school year in which they are in group 8. */
  readonly leaves: SchoolYear
  /** The year group of the last figures. */
  readonly yearGroup: number
  readonly stretches: readonly CohortStretch[]
  /** The tests that it is of, where another one stands beside it; null: it stands alone. */
  readonly track: readonly Series[] | null
}

const LAST_GROUP = 8

/** The school year in which the pupils of a place are in group 8, when nobody stays down. */
export function leavesIn({ schoolYear, yearGroup }: Place): SchoolYear {
  let year = schoolYear
  for (let group = yearGroup; group < LAST_GROUP; group += 1) year = nextYear(year)
  return year
}

/** The same pupils over the years, for one subject of the whole school; who leaves first comes first. */
export function cohortsOf(
  figures: readonly ShownFigure[],
  growth: readonly ShownGrowth[],
  subject: string,
  measure: Measure,
): Cohort[] {
  const ofSchool = figures.filter((figure) => figure.group === null && figure.subject === subject)
  const steps = growth.filter(({ group }) => group === null)
  return [...Map.groupBy(ofSchool.toSorted(inTime), leavesIn)]
    .flatMap(([leaves, some]) => {
      const tracks = tracksOf(some, (figure) => ({
        when: `${figure.schoolYear}${MOMENTS.indexOf(figure.moment)}`,
        isShown: figure.scores !== null && figure.scores !== 'hidden',
      }))
      return tracks.map((own) => ({
        leaves,
        yearGroup: some.at(-1)?.yearGroup ?? LAST_GROUP,
        stretches: stretchesOf(own, steps, measure),
        track: tracks.length > 1 ? own : null,
      }))
    })
    .filter(({ stretches }) => stretches.length > 0)
    .sort((one, other) => (one.leaves < other.leaves ? -1 : 1))
}

/** Who was measured once is not followed yet. */
export const isFollowed = ({ stretches }: Cohort) =>
  stretches.reduce((sum, { points }) => sum + points.length, 0) > 1

function stretchesOf(
  figures: readonly ShownFigure[],
  steps: readonly ShownGrowth[],
  measure: Measure,
): CohortStretch[] {
  return [...Map.groupBy(figures, ({ series }) => series).values()].flatMap((some) =>
    stretchOf(some, measure).map((stretch) => ({
      ...seriesOf(stretch),
      points: stretch.points.map((point, at) => ({
        ...point,
        same: sameAs(stretch.points[at - 1], point, stretch.series, steps),
      })),
    })),
  )
}

/** How many were there at the place before too, when the step between the two is known. */
function sameAs(
  before: Place | undefined,
  now: Place,
  series: number,
  steps: readonly ShownGrowth[],
): number | null {
  if (!before) return null
  const step = steps.find((one) => one.series === series && isAt(one, now) && isAt(one.since, before))
  if (!step) return 0
  return typeof step.growth === 'object' ? (step.growth?.same ?? null) : null
}

const isAt = (one: Place, other: Place) =>
  one.schoolYear === other.schoolYear && one.yearGroup === other.yearGroup && one.moment === other.moment

/** Fewer than half of the pupils were there the time before: what came before is not of them. */
const isOthers = ({ at, same }: CohortPoint) => isValue(at) && same !== null && 2 * same < at.n

/** From the first to the last moment of the latest series; a new series, few pupils and what is hidden are said. */
export function cohortStatements({ stretches }: Cohort, measure: Measure): Statement[] {
  const points = stretches.at(-1)?.points ?? []
  const seen = points.flatMap(({ at, ...place }) =>
    isValue(at) ? [{ place: placeOf(place), value: shown(at.value) }] : [],
  )
  const [from, to] = [seen[0], seen.at(-1)]
  const others = points.filter(isOthers).map(placeOf)
  const same = points.findLast(({ at }) => isValue(at))?.same ?? null
  const through: Statement[] =
    others.length > 0
      ? [{ says: 'other-pupils', places: others }]
      : from && to && from !== to
        ? [{ says: 'through', measure, from, to, same }]
        : []
  const said = stretchStatements(stretches, measure)
  return [...through, ...said.filter(({ says }) => says !== 'run' && says !== 'change')]
}
