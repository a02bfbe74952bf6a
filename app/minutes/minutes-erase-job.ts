import type { Db, Sql } from '../db/database.ts'
import { type Day, dayOf, momentOf } from '../kernel/day.ts'
import { termEnds } from '../school/retention.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import { erasePassages } from '../writing/passage-store.ts'
import { eraseSealedItem, forgetPutNote } from './minutes-store.ts'

/** The record of an erasing that nobody had to ask for. */
const WHY = 'De bewaartermijn is om.'

/**
 * Erases from minutes what was noted at the track of somebody whose term has come, school by school. Of confirmed minutes
 * the fingerprint and a record of the item stay, and the seal still verifies; the notes go, too, where nobody confirmed.
 */
export async function eraseMinutesDue(db: Db, now: Date): Promise<void> {
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    const due = await db.read(keeper, async (sql) => [
      ...(await sealedDue(sql, keeper, now)),
      ...(await notedDue(sql, keeper, now)),
    ])
    if (due.length === 0) continue
    await db.write(keeper, async (sql) => {
      for (const { item, meeting } of due) {
        await erasePassages(sql, keeper, item)
        await forgetPutNote(sql, keeper, meeting, item)
        await eraseSealedItem(sql, keeper, item, WHY, momentOf(now))
      }
    })
  }
}

/** The items in confirmed minutes with a track of which the teacher left, and the term of the school has come. */
async function sealedDue(sql: Sql, keeper: Keeper, now: Date) {
  const rows = await sql
    .selectFrom('minutes_sealed_item')
    .innerJoin('entry', 'entry.id', 'minutes_sealed_item.track_id')
    .innerJoin('person', 'person.id', 'entry.person_id')
    .innerJoin('school', 'school.id', 'minutes_sealed_item.school_id')
    .select([
      'minutes_sealed_item.item_id as item',
      'minutes_sealed_item.meeting_id as meeting',
      'person.left_on as leftOn',
      'school.retention_years as years',
    ])
    .where('minutes_sealed_item.school_id', '=', keeper.schoolId)
    .where('minutes_sealed_item.content', 'is not', null)
    .where('person.left_on', 'is not', null)
    .execute()
  return rows.filter(hasCome(now))
}

/** The items about such a track that a note stands at, confirmed or not. */
async function notedDue(sql: Sql, keeper: Keeper, now: Date) {
  const rows = await sql
    .selectFrom('meeting_item')
    .innerJoin('passage', 'passage.owner_id', 'meeting_item.id')
    .innerJoin('entry', 'entry.id', 'meeting_item.subject_id')
    .innerJoin('person', 'person.id', 'entry.person_id')
    .innerJoin('school', 'school.id', 'meeting_item.school_id')
    .select([
      'meeting_item.id as item',
      'meeting_item.meeting_id as meeting',
      'person.left_on as leftOn',
      'school.retention_years as years',
    ])
    .where('meeting_item.school_id', '=', keeper.schoolId)
    .where('entry.kind', '=', 'teacher-track')
    .where('person.left_on', 'is not', null)
    .execute()
  return rows.filter(hasCome(now))
}

const hasCome =
  (now: Date) =>
  ({ leftOn, years }: { readonly leftOn: Day | null; readonly years: number }) =>
    leftOn !== null && termEnds(leftOn, years) <= dayOf(now)
