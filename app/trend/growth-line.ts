import { nextYear } from '../kernel/school-year.ts'
import { MOMENTS } from '../result/result.ts'
import { placeOf, seriesOf } from './cross-section.ts'
import type { ShownGrowth } from './growth.ts'
import { inTime } from './place.ts'
import { type Statement, shown, stretchStatements } from './sentence.ts'
import { isValue, type Place, type Point, type Series, type Stretch } from './series.ts'
import { tracksOf } from './series-track.ts'

/** From one moment to the next of the same pupils, over the years: 'from M6 to E6'. */
export type GrowthSection = {
  readonly since: Pick<Place, 'yearGroup' | 'moment'>
  readonly yearGroup: number
  readonly moment: Place['moment']
  /** Oldest first, of the whole school. */
  readonly steps: readonly ShownGrowth[]
  /** The tests that it is of, where another one stands beside it; null: it stands alone. */
  readonly track: readonly Series[] | null
}

/** Every step from one moment to the next that is known of a subject, in the order of the school. */
export function growthSections(growth: readonly ShownGrowth[], subject: string): GrowthSection[] {
  const some = growth.filter((one) => one.subject === subject && one.group === null)
  const bySection = Map.groupBy(some, ({ since, yearGroup, moment }) =>
    JSON.stringify([since.yearGroup, since.moment, yearGroup, moment]),
  )
  return [...bySection.values()]
    .flatMap((steps) => {
      const [first] = steps
      if (!first) return []
      const { since, yearGroup, moment } = first
      const tracks = tracksOf(steps, ({ schoolYear, growth: kept }) => ({
        when: schoolYear,
        isShown: kept !== null && kept !== 'hidden',
      }))
      return tracks.map((own) => ({
        since,
        yearGroup,
        moment,
        steps: own.toSorted(inTime),
        track: tracks.length > 1 ? own : null,
      }))
    })
    .sort(
      (one, other) =>
        one.yearGroup - other.yearGroup ||
        MOMENTS.indexOf(one.moment) - MOMENTS.indexOf(other.moment) ||
        one.since.yearGroup - other.since.yearGroup ||
        MOMENTS.indexOf(one.since.moment) - MOMENTS.indexOf(other.since.moment),
    )
}

/** The growth over the years as lines: one for each series, not joined. */
export function growthStretches({ steps }: GrowthSection): Stretch[] {
  return [...Map.groupBy(steps, ({ series }) => series).values()].flatMap((some) => {
    const [first] = some
    return first ? [{ ...seriesOf(first), points: withGaps(some.map(pointOf)) }] : []
  })
}

const pointOf = (step: ShownGrowth): Point => ({ ...placeOf(step), at: valueOf(step) })

function valueOf({ growth }: ShownGrowth): Point['at'] {
  if (growth === 'hidden') return 'hidden'
  return growth === null ? 'none' : { n: growth.n, caution: growth.caution, value: growth.mean, band: null }
}

const withGaps = (points: readonly Point[]): Point[] =>
  points.flatMap((point, at) => {
    const before = points[at - 1]
    return before && point.schoolYear > nextYear(before.schoolYear)
      ? [{ ...before, schoolYear: nextYear(before.schoolYear), at: 'none' as const }, point]
      : [point]
  })

/** What the growth of a step shows: the last time, and over the years. */
export function growthStatements(section: GrowthSection): Statement[] {
  const stretches = growthStretches(section)
  const last = section.steps.findLast(({ growth }) => growth !== null && growth !== 'hidden')
  const value = last?.growth
  const grew: Statement[] =
    last && value && value !== 'hidden'
      ? [{ says: 'grew', since: last.since, place: placeOf(last), value: shown(value.mean), n: value.n }]
      : []
  return [...grew, ...stretchStatements(stretches, 'growth')]
}

/** Whether there is anything to draw. */
export const hasValues = (stretches: readonly Stretch[]): boolean =>
  stretches.some(({ points }) => points.some(({ at }) => isValue(at)))
