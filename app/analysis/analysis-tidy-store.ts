import type { Db } from '../db/database.ts'
import { type Day, dayOf } from '../kernel/day.ts'
import { lastDay, nextYear } from '../kernel/school-year.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import { type AnalysisLine, isShared } from './analysis.ts'
import { loadLines } from './analysis-read-store.ts'
import { removeAnalyses } from './analysis-store.ts'

/**
 * School by school: an analysis that nobody shared goes a year after the school year that it is about. What was shared
 * stays: it is of the team, and holds numbers of groups and no names.
 */
export async function forgetAnalyses(db: Db, now: Date): Promise<void> {
  const today = dayOf(now)
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    await db.write(keeper, async (sql) => {
      const due = (await loadLines(sql, keeper)).filter((line) => isDue(line, today))
      await removeAnalyses(
        sql,
        keeper,
        due.map((line) => line.id),
      )
    })
  }
}

const isDue = ({ schoolYear, versions }: AnalysisLine, today: Day) =>
  !isShared({ versions }) && lastDay(nextYear(schoolYear)) < today
