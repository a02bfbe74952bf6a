import type { Db } from '../db/database.ts'
import type { EntryId, PlanId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'

/** In which plan of the actor's school an entry stands; null when it stands in none. */
export async function planOfEntry(db: Db, actor: Actor, id: EntryId): Promise<PlanId | null> {
  const row = await db.read(actor, (sql) =>
    sql
      .selectFrom('entry')
      .select('plan_id')
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .where('removed_at', 'is', null)
      .executeTakeFirst(),
  )
  return row?.plan_id ?? null
}
