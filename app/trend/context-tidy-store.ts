import type { Db } from '../db/database.ts'
import { dayOf } from '../kernel/day.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import { goneByTerm, termOf } from '../school/term-load.ts'
import type { Keeper } from '../session/actor.ts'

/**
 * School by school: the name of who left the school's term ago goes from what that person filled in. The numbers stay:
 * they are of the school.
 */
export async function forgetContextNames(db: Db, now: Date): Promise<void> {
  const today = dayOf(now)
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    await db.write(keeper, async (sql) => {
      const gone = await goneByTerm(sql, keeper, await termOf(sql, keeper), today)
      if (gone.length === 0) return
      await sql
        .updateTable('school_context')
        .set({ changed_by: null })
        .where('school_id', '=', id)
        .where('changed_by', 'in', gone)
        .execute()
      await sql
        .updateTable('published_standing')
        .set({ taken_by: null })
        .where('school_id', '=', id)
        .where('taken_by', 'in', gone)
        .execute()
    })
  }
}
