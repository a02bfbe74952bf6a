import type { Sql } from '../db/database.ts'
import type { Actor } from '../session/actor.ts'
import type { Swap } from './swap.ts'

/** The swaps of a school that are open, with who said yes. */
export async function loadOpenSwaps(sql: Sql, actor: Actor): Promise<Swap[]> {
  const rows = await sql
    .selectFrom('visit_swap')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const yes = await sql
    .selectFrom('visit_swap_yes')
    .select(['swap_id', 'person_id'])
    .where('school_id', '=', actor.schoolId)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    visit: row.visit_id,
    with: row.with_id,
    other: row.other_visit_id,
    yes: yes.filter(({ swap_id }) => swap_id === row.id).map(({ person_id }) => person_id),
    askedAt: row.asked_at,
  }))
}
