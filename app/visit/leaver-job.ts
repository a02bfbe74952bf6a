import type { Db } from '../db/database.ts'
import { type Moment, momentOf } from '../kernel/day.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import { callOffOfLeavers } from './leaver-store.ts'
import { tellBy } from './letter-desk.ts'

/** Where letters lead to and come from. */
export type Post = { readonly origin: string; readonly from: string | null }

/**
 * Calls off the visits to come of people who left the school, and takes away what they still offer; who was to be there
 * with them is told. School by school.
 */
export async function tidyLeavers(db: Db, at: Date, post: Post): Promise<void> {
  const now: Moment = momentOf(at)
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    await callOffOfLeavers(db, keeper, { now, tell: tellBy({ actor: keeper, now, ...post }) })
  }
}
