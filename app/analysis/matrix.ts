import { previousYear } from '../kernel/school-year.ts'
import type { Place, Series } from '../trend/series.ts'

/** A row of a table of subjects by year groups: a subject, or one of its tests where a year group did two of them. */
export type MatrixRow<Of> = {
  readonly subject: string
  /** Named when the subject has more than one row. */
  readonly test: string | null
  readonly byGroup: ReadonlyMap<number, Of>
}

type Placed = Place & Series

/** Subjects by year groups, of things of one moment of one school year. */
export function matrixOf<Of extends Placed>(
  things: readonly Of[],
): { readonly yearGroups: readonly number[]; readonly rows: readonly MatrixRow<Of>[] } {
  const bySubject = Map.groupBy(things, ({ subject }) => subject)
  return {
    yearGroups: [...new Set(things.map(({ yearGroup }) => yearGroup))].sort((one, other) => one - other),
    rows: [...bySubject]
      .sort(([one], [other]) => one.localeCompare(other, 'nl'))
      .flatMap(([subject, some]) => rowsOf(subject, some)),
  }
}

function rowsOf<Of extends Placed>(subject: string, things: readonly Of[]): MatrixRow<Of>[] {
  const isOnce = new Set(things.map(({ yearGroup }) => yearGroup)).size === things.length
  if (isOnce) return [{ subject, test: null, byGroup: byGroupOf(things) }]
  return [...Map.groupBy(things, ({ test, norm }) => [test, norm].filter(Boolean).join(', '))].map(
    ([test, some]) => ({ subject, test, byGroup: byGroupOf(some) }),
  )
}

const byGroupOf = <Of extends Placed>(things: readonly Of[]) =>
  new Map(things.map((thing) => [thing.yearGroup, thing]))

/** The same year group at the same moment a year before, in the same series: only those two can be compared. */
export const yearBefore = <Of extends Placed>(all: readonly Of[], now: Of): Of | null =>
  all.find(
    ({ series, schoolYear, yearGroup, moment }) =>
      series === now.series &&
      schoolYear === previousYear(now.schoolYear) &&
      yearGroup === now.yearGroup &&
      moment === now.moment,
  ) ?? null
