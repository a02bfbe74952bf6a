import type { SchoolYear } from '../kernel/school-year.ts'
import { previousYear } from '../kernel/school-year.ts'
import type { Figure, Growth } from '../result/figure.ts'
import { MOMENTS } from '../result/result.ts'
import type { Kept, Place, Series } from './series.ts'
import { type Audience, type Caution, cautionOf, LEAST } from './suppress.ts'

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
 * only of the whole school, and not when one could take it from the two means and be left with those few who came or
 * left in between.
 */
export function shownGrowth(
  growth: readonly Growth[],
  figures: readonly Figure[],
  audience: Audience,
): ShownGrowth[] {
  const found = new Map(figures.map((figure) => [placeName(figure, figure.series, figure.group), figure]))
  const figureAt = (place: Place, { series, group }: Growth) => found.get(placeName(place, series, group))
  return lastSteps(growth.filter((one) => audience === 'coordinator' || one.group === null)).flatMap(
    (one) => {
      const now = figureAt(one, one)
      if (!now || one.grown === 0) return []
      const may = audience === 'coordinator' || isSafe(one, now, figureAt(one.since, one))
      return [{ ...placed(one, now), since: one.since, growth: may ? meanOf(one) : 'hidden' }]
    },
  )
}

function isSafe({ grown }: Growth, now: Figure, before: Figure | undefined): boolean {
  if (grown < LEAST || !before) return false
  const others = now.scored - grown + (before.scored - grown)
  return others === 0 || others >= LEAST
}

const meanOf = ({ grown, growthSum, same }: Growth) => ({
  n: grown,
  caution: cautionOf(grown),
  mean: Math.round(growthSum / 100 / grown) / 100,
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

const placeName = ({ schoolYear, yearGroup, moment }: Place, series: number, group: string | null) =>
  JSON.stringify([series, schoolYear, yearGroup, moment, group])

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

/** Earlier first. */
export const inTime = (one: Moment, other: Moment) =>
  one.schoolYear === other.schoolYear
    ? MOMENTS.indexOf(one.moment) - MOMENTS.indexOf(other.moment)
    : one.schoolYear < other.schoolYear
      ? -1
      : 1
type Moment = { readonly schoolYear: SchoolYear; readonly moment: Place['moment'] }
