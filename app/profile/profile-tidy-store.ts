import type { Db, Sql } from '../db/database.ts'
import { type Day, dayOf } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import { removeProfile } from './profile-store.ts'

/** In days after the last day at school: long enough to undo a slip, and colleagues do not read it meanwhile. */
export const KEPT_AFTER_LEAVING = 30

/** Deletes the profiles of who left the school a month ago or longer, school by school. */
export async function forgetProfiles(db: Db, now: Date): Promise<void> {
  const before = dayOf(new Date(now.getTime() - KEPT_AFTER_LEAVING * 24 * 60 * 60_000))
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    if ((await db.read(keeper, (sql) => gone(sql, keeper, before))).length === 0) continue
    await db.write(keeper, async (sql) => {
      for (const person of await gone(sql, keeper, before)) await removeProfile(sql, keeper, person)
    })
  }
}

async function gone(sql: Sql, keeper: Keeper, before: Day): Promise<PersonId[]> {
  const rows = await sql
    .selectFrom('profile')
    .innerJoin('person', 'person.id', 'profile.person_id')
    .select('person.id')
    .where('profile.school_id', '=', keeper.schoolId)
    .where('person.left_on', '<', before)
    .execute()
  return rows.map(({ id }) => id)
}
