import type { Db } from '../db/database.ts'
import { type Moment, momentOf } from '../kernel/day.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import { freeAsksOfLeavers } from './ask-leaver-store.ts'
import { tellAsksBy } from './ask-letter-desk.ts'

/** Frees askers who wait for somebody who left the school, and tells them. School by school. */
export async function tidyAskLeavers(
  db: Db,
  at: Date,
  { origin }: { readonly origin: string },
): Promise<void> {
  const now: Moment = momentOf(at)
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    await freeAsksOfLeavers(db, keeper, { now, tell: tellAsksBy({ actor: keeper, now, origin }) })
  }
}
