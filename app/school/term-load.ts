import type { Sql } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import { termEnds } from './retention.ts'

/** In years: how long the actor's school keeps texts and names. */
export async function termOf(sql: Sql, { schoolId }: Pick<Actor, 'schoolId'>): Promise<number> {
  const school = await sql
    .selectFrom('school')
    .select('retention_years')
    .where('id', '=', schoolId)
    .executeTakeFirstOrThrow()
  return school.retention_years
}

/** Who left the actor's school so long ago that its term has come. */
export async function goneByTerm(
  sql: Sql,
  { schoolId }: Pick<Actor, 'schoolId'>,
  term: number,
  today: Day,
): Promise<PersonId[]> {
  const left = await sql
    .selectFrom('person')
    .select(['id', 'left_on'])
    .where('school_id', '=', schoolId)
    .where('left_on', 'is not', null)
    .execute()
  return left.flatMap(({ id, left_on }) => (left_on && termEnds(left_on, term) <= today ? [id] : []))
}
