import { sql as raw } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import { dayOf } from '../kernel/day.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import { forgetActsOn } from '../plan/own-change-store.ts'
import { eraseFromSnapshots } from '../plan/snapshot-store.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import { eraseThreads } from '../writing/comment-read-store.ts'
import { erasePassages } from '../writing/passage-store.ts'
import { eraseSuggestions } from '../writing/suggestion-store.ts'
import { eraseTexts } from './erase-store.ts'

/**
 * What was taken out of a plan can be put back until its school year is over; then its text goes, from the versions as
 * well. In a sealed version stays what the team adopted.
 */
export async function eraseRemoved(db: Db, now: Date): Promise<void> {
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    await db.write(keeper, async (sql, tx) => {
      for (const { id: entry } of await entriesOver(sql, keeper, now))
        await eraseTexts(tx, sql, keeper, entry)
      for (const { id: principle } of await principlesOver(sql, keeper, now)) {
        await erasePassages(sql, keeper, principle)
        await eraseThreads(sql, keeper, principle)
        await eraseSuggestions(sql, keeper, principle)
        await eraseFromSnapshots(sql, keeper, principle)
        await forgetActsOn(sql, keeper, principle)
      }
    })
  }
}

/** Removed from the plan of a year that is over, with a text that is still there. */
const entriesOver = (sql: Sql, keeper: Keeper, now: Date) =>
  sql
    .selectFrom('entry')
    .innerJoin('plan', 'plan.id', 'entry.plan_id')
    .select('entry.id')
    .where('entry.school_id', '=', keeper.schoolId)
    .where('entry.removed_at', 'is not', null)
    .where('plan.school_year', '<', schoolYearOf(dayOf(now)))
    .where(stillSays('entry.id'))
    .execute()

const principlesOver = (sql: Sql, keeper: Keeper, now: Date) =>
  sql
    .selectFrom('principle')
    .innerJoin('plan', 'plan.id', 'principle.plan_id')
    .select('principle.id')
    .where('principle.school_id', '=', keeper.schoolId)
    .where('principle.removed_at', 'is not', null)
    .where('plan.school_year', '<', schoolYearOf(dayOf(now)))
    .where(stillSays('principle.id'))
    .execute()

/** Anything of it in the plan or in a version. */
const stillSays = (owner: 'entry.id' | 'principle.id') => raw<boolean>`(
  exists (select 1 from passage where passage.owner_id = ${raw.ref(owner)})
  or exists (select 1 from snapshot_piece where snapshot_piece.owner_id = ${raw.ref(owner)}
    and snapshot_piece.sha256 not like 'erased %'))`
