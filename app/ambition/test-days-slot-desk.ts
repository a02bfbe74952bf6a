import type { Db } from '../db/database.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Actor } from '../session/actor.ts'
import type { TestDays } from './next-test.ts'

/** What a room above this one knows of when the actor's school tests in a school year. */
export type ReadTestDays = (db: Db, actor: Actor, schoolYear: SchoolYear) => Promise<readonly TestDays[]>

let read: ReadTestDays = async () => []

/** Said once, where the routes are made; the same for every house. */
export function fillTestDays(given: ReadTestDays) {
  read = given
}

/** None where the school says nothing of it. */
export const testDaysIn: ReadTestDays = (...given) => read(...given)
