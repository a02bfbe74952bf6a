import type { Sql } from '../db/database.ts'
import { type Day, dayOf, momentOf } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'

/**
 * Who asks for somebody to come, or did so today: for the matching alone, that leaves them in peace without a word on
 * why. Never shown, to nobody.
 */
export async function loadCalledLately(sql: Sql, actor: Actor, today: Day): Promise<ReadonlySet<PersonId>> {
  // Somewhat before midnight in Amsterdam.
  const before = momentOf(new Date(`${plusDays(today, -1)}T00:00:00Z`))
  const rows = await sql
    .selectFrom('heavy_call')
    .select(['person_id', 'called_at', 'ended_at'])
    .where('school_id', '=', actor.schoolId)
    .where((is) => is.or([is('ended_at', 'is', null), is('called_at', '>=', before)]))
    .execute()
  return new Set(
    rows
      .filter(({ called_at, ended_at }) => ended_at === null || dayOf(new Date(called_at)) === today)
      .map(({ person_id }) => person_id),
  )
}
