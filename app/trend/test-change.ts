import { previousYear, type SchoolYear } from '../kernel/school-year.ts'
import type { ShownFigure } from './series.ts'

/** A school year in which group 8 made another test than the year before. */
export type TestChange = { readonly schoolYear: SchoolYear; readonly test: string }

/** Where the doorstroomtoets took the place of another test, or another doorstroomtoets of it; oldest first. */
export function testChanges(shown: readonly ShownFigure[]): TestChange[] {
  const tests = shown.filter(({ moment, group }) => moment === 'D' && group === null)
  const byYear = Map.groupBy(tests, ({ schoolYear }) => schoolYear)
  return [...byYear.keys()].sort().flatMap((schoolYear) => {
    const now = byYear.get(schoolYear) ?? []
    const before = byYear.get(previousYear(schoolYear))
    const [first] = now
    if (!first || !before || now.some(({ test }) => before.some((one) => one.test === test))) return []
    return [{ schoolYear, test: first.test }]
  })
}
