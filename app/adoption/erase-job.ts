import type { Db } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import { eraseTrack, readErasable } from './erase-store.ts'

/** The record of an erasing that nobody had to ask for. */
const WHY = 'De bewaartermijn is om.'

/** Erases the text of every track whose term has come, school by school: what the product promises to who left. */
export async function eraseWhatIsDue(db: Db, now: Date): Promise<void> {
  const moment = momentOf(now)
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    for (const { entryId } of await readErasable(db, keeper, moment)) {
      await eraseTrack(db, keeper, entryId, WHY, moment)
    }
  }
}
