import { previousYear, type SchoolYear } from '../kernel/school-year.ts'
import type { Published, PublishedTogether, PublishedYear } from './published.ts'
import type { Kept } from './series.ts'
import type { Standing, Together } from './standing.ts'
import { type Audience, LEAST } from './suppress.ts'

type Own = Kept<Together>

/** What was published and our own sum of the same years. `said` 'hidden': not for these eyes. */
export type BesideOwn<Said> = { readonly said: Said | 'hidden'; readonly own: Own }

export type PublishedBeside = {
  readonly published: Published
  readonly together: BesideOwn<PublishedTogether> | null
  readonly standing: Standing | null
  readonly years: readonly (BesideOwn<PublishedYear> & { readonly schoolYear: SchoolYear })[]
}

const THREE = 3

/**
 * What was published beside our own sums. For the team a published number stands there only where our own of the same
 * years is shown, or where we know none of those years: beside sums that are shown, one that is left out could be worked
 * out with it. Where the two are one to four pupils apart, or differ over as many pupils, what was published is left out
 * as well: with both one could work out who lacks in one of them.
 */
export function besideOwn(
  published: Published,
  standings: readonly Standing[],
  audience: Audience,
): PublishedBeside {
  const { until, together } = published
  const known = new Set(standings.map((one) => one.until))
  const mayShow = (own: Own, said: PublishedTogether | PublishedYear, of: readonly SchoolYear[]) =>
    audience === 'coordinator' ||
    (isShown(own) ? isSame(own, said) || isFar(own, said) : of.every((year) => !known.has(year)))
  const standing = standings.find((one) => one.until === until) ?? null
  const own = ofSameYears(standing?.together ?? null)
  const years = published.years.map((year) => {
    const alone = standings.find((one) => one.until === year.schoolYear)?.alone ?? null
    const said = mayShow(alone, year, [year.schoolYear]) ? year : ('hidden' as const)
    return { schoolYear: year.schoolYear, own: alone, said }
  })
  const may = together && mayShow(own, together, lastYears(until)) && !givesAway(years)
  return { published, standing, together: together && { own, said: may ? together : 'hidden' }, years }
}

/** Whether the years together, less those that are shown and differ from ours, would give the year that is left out. */
const givesAway = (years: PublishedBeside['years']): boolean =>
  years.some(({ own, said }) => said === 'hidden' && isShown(own)) &&
  years.some(({ own, said }) => said !== 'hidden' && !(isShown(own) && isSame(own, said)))

const isFar = (own: Together, { pupils }: PublishedTogether | PublishedYear) =>
  Math.abs(own.pupils - pupils) >= LEAST

/** The newest years together that were published and that our own sum is shown of. */
export function newestBoth(published: readonly Published[], standings: readonly Standing[]): Both | null {
  for (const one of published) {
    const together = besideOwn(one, standings, 'team').together
    if (together === null || together.said === 'hidden' || !isShown(together.own)) continue
    return { own: together.own, said: together.said }
  }
  return null
}
export type Both = { readonly own: Together; readonly said: PublishedTogether }

const isShown = (own: Own): own is Together => own !== null && own !== 'hidden'

/** A small school's sum is of five years: that is another number than the one of three. */
const ofSameYears = (own: Own): Own => (isShown(own) && own.years.length !== THREE ? null : own)

function lastYears(until: SchoolYear): SchoolYear[] {
  const before = previousYear(until)
  return [previousYear(before), before, until]
}

/** Whether our sum comes to what was published: the shares in hundredths, and the pupils. */
export function isSame(own: Together, said: PublishedTogether | PublishedYear): boolean {
  const close = (value: number, published: number) => Math.abs(value - published) < 0.0101
  return (
    own.pupils === said.pupils && close(own.at1F.value, said.pct1F) && close(own.target.value, said.pctTarget)
  )
}
