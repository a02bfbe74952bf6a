import type { Sql } from '../db/database.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import type { OwnTrack } from './search.ts'

/** The tracks of these people in every plan of the school, the newest first. */
export async function readTracksOf(sql: Sql, actor: Actor, people: readonly PersonId[]): Promise<OwnTrack[]> {
  if (people.length === 0) return []
  const rows = await sql
    .selectFrom('entry')
    .innerJoin('plan', 'plan.id', 'entry.plan_id')
    .select([
      'entry.person_id as personId',
      'entry.id as entryId',
      'plan.id as planId',
      'plan.school_year as schoolYear',
    ])
    .where('entry.school_id', '=', actor.schoolId)
    .where('entry.person_id', 'in', people)
    .where('entry.removed_at', 'is', null)
    .orderBy('plan.school_year', 'desc')
    .execute()
  return rows.flatMap(({ personId, ...rest }) => (personId ? [{ personId, ...rest }] : []))
}
