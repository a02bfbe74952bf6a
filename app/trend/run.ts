import { nextYear, type SchoolYear } from '../kernel/school-year.ts'

type Valued = { readonly schoolYear: SchoolYear; readonly value: number }

/** So many times in a row, each a school year later. */
export type Run = { readonly way: 'up' | 'down'; readonly steps: number }

/** How often in a row it went up, or down, until the last; a year without a number ends it. Null: it didn't move. */
export function lastRun(values: readonly Valued[]): Run | null {
  const ways = values.slice(1).map((now, at) => wayFrom(values[at] as Valued, now))
  const way = ways.at(-1)
  if (way !== 'up' && way !== 'down') return null
  return { way, steps: ways.length - 1 - ways.findLastIndex((one) => one !== way) }
}

const wayFrom = (before: Valued, now: Valued) =>
  now.schoolYear === nextYear(before.schoolYear) ? wayOf(before.value, now.value) : 'gap'

export const wayOf = (from: number, to: number) => (to > from ? 'up' : to < from ? 'down' : 'same')
