import { previousYear } from '../kernel/school-year.ts'
import type { Figure, Growth } from '../result/figure.ts'
import { meanOf } from '../result/tally.ts'
import { safeSteps } from './growth-safe.ts'
import { inTime, placeName } from './place.ts'
import type { Kept, Place, Series } from './series.ts'
import { standingTwice } from './standing-twice.ts'
import { type Audience, type Caution, cautionOf } from './suppress.ts'

/** How much the same pupils grew, on the scale of the supplier, since the moment just before. */
export type ShownGrowth = Place &
  Series & {
    readonly group: string | null
    readonly since: Place
    /** `n`: pupils with a score both times; `same`: who were there both times. */
    readonly growth: Kept<{
      readonly n: number
      readonly caution: Caution
      readonly mean: number
      readonly same: number
    }>
  }

/**
 * What may be shown of growth: that since the moment just before, of pupils who went up with their group. For the team
 * only of the whole school, and not when one could take it and other steps from the means and be left with a few pupils.
 * For the team: all growth and figures of the school, for what is hidden depends on everything that can be seen beside it.
 */
export function shownGrowth(
  growth: readonly Growth[],
  figures: readonly Figure[],
  audience: Audience,
): ShownGrowth[] {
  const steps = lastSteps(growth.filter((one) => audience === 'coordinator' || one.group === null))
  const safe = audience === 'coordinator' ? null : safeSteps(openSteps(steps, figures), growth, figures)
  const found = new Map(figures.map((figure) => [placeName(figure, figure.series, figure.group), figure]))
  return steps.flatMap((one) => {
    const place = placeName(one, one.series, one.group)
    const now = found.get(place)
    if (!now || one.grown === 0) return []
    const may = safe === null || safe.has(place)
    return [{ ...placed(one, now), since: one.since, growth: may ? grownOf(one) : 'hidden' }]
  })
}

/** Of a test that stands twice the growth is shown of one of them, for both would tell of who is in one alone. */
function openSteps(steps: readonly Growth[], figures: readonly Figure[]): Growth[] {
  const twice = standingTwice(figures)
  return steps.filter(
    (one) =>
      !twice.has(placeName(one, one.series, null)) && !twice.has(placeName(one.since, one.series, null)),
  )
}

const grownOf = ({ grown, growthSum, same }: Growth) => ({
  n: grown,
  caution: cautionOf(grown),
  mean: meanOf({ scored: grown, scoreSum: growthSum }) ?? 0,
  same,
})

const placed = ({ schoolYear, yearGroup, moment, group }: Growth, figure: Figure) => ({
  schoolYear,
  yearGroup,
  moment,
  group,
  series: figure.series,
  subject: figure.subject,
  test: figure.test,
  supplier: figure.supplier,
  norm: figure.norm,
})

/** Of each moment the step from the latest one before it. */
function lastSteps(growth: readonly Growth[]): Growth[] {
  const steps = Map.groupBy(growth.filter(isOnward), (one) => placeName(one, one.series, one.group))
  return [...steps.values()].flatMap(
    (some) => some.toSorted((one, other) => inTime(other.since, one.since))[0] ?? [],
  )
}

/** Later in the year with the same year group, or a year later one year group higher. */
const isOnward = ({ since, ...now }: Growth) =>
  since.schoolYear === now.schoolYear
    ? since.yearGroup === now.yearGroup && inTime(since, now) < 0
    : since.schoolYear === previousYear(now.schoolYear) && since.yearGroup === now.yearGroup - 1
