import type { Db } from '../db/database.ts'
import { type Moment, momentOf } from '../kernel/day.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import type { Post } from '../visit/leaver-job.ts'
import { callOffOfLeavers } from './leaver-store.ts'
import { tellAppointmentsBy } from './letter-desk.ts'

/** Calls off the appointments to come of people who left, and tells who stays. School by school. */
export async function tidyAppointmentsOfLeavers(db: Db, at: Date, post: Post): Promise<void> {
  const now: Moment = momentOf(at)
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    await callOffOfLeavers(db, keeper, { now, tell: tellAppointmentsBy({ actor: keeper, now, ...post }) })
  }
}
