import type { Db, Sql } from '../db/database.ts'
import { dayOf, momentOf } from '../kernel/day.ts'
import { termEnds } from '../school/retention.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import { erasePassages } from '../writing/passage-store.ts'
import { eraseSealedItem } from './minutes-store.ts'

/** The record of an erasing that nobody had to ask for. */
const WHY = 'De bewaartermijn is om.'

/**
 * Erases from confirmed minutes the items that hold the text of a track whose term has come, school by school: the
 * fingerprint and a record stay, and the seal still verifies. The note from which it was made goes, too.
 */
export async function eraseMinutesDue(db: Db, now: Date): Promise<void> {
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    const due = await db.read(keeper, (sql) => dueIn(sql, keeper, now))
    if (due.length === 0) continue
    await db.write(keeper, async (sql) => {
      for (const { item } of due) {
        await erasePassages(sql, keeper, item)
        await eraseSealedItem(sql, keeper, item, WHY, momentOf(now))
      }
    })
  }
}

/** The items in confirmed minutes with a track of which the teacher left, and the term of the school has come. */
async function dueIn(sql: Sql, keeper: Keeper, now: Date) {
  const rows = await sql
    .selectFrom('minutes_sealed_item')
    .innerJoin('entry', 'entry.id', 'minutes_sealed_item.track_id')
    .innerJoin('person', 'person.id', 'entry.person_id')
    .innerJoin('school', 'school.id', 'minutes_sealed_item.school_id')
    .select([
      'minutes_sealed_item.item_id as item',
      'person.left_on as leftOn',
      'school.retention_years as years',
    ])
    .where('minutes_sealed_item.school_id', '=', keeper.schoolId)
    .where('minutes_sealed_item.content', 'is not', null)
    .where('person.left_on', 'is not', null)
    .execute()
  return rows.filter(({ leftOn, years }) => leftOn !== null && termEnds(leftOn, years) <= dayOf(now))
}
