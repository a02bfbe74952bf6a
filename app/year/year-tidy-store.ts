import type { Db, Sql } from '../db/database.ts'
import { dayOf, type Moment } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import type { PersonId } from '../kernel/id.ts'
import { firstDay, schoolYearOf } from '../kernel/school-year.ts'
import { termEnds } from '../school/retention.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'

/** What was taken out of a year can be put back for so long. */
const DAYS_TO_PUT_BACK = 90

/**
 * Deletes what the years no longer need, school by school: what was taken out of a year long ago, days that were
 * proposed in an earlier school year, and the name of who left when the school's term has come.
 */
export async function forgetOldYears(db: Db, now: Date): Promise<void> {
  const today = dayOf(now)
  const yearBegan = firstDay(schoolYearOf(today))
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    await db.write(keeper, async (sql) => {
      await sql
        .deleteFrom('year_item')
        .where('school_id', '=', id)
        .where('removed_at', '<', `${plusDays(today, -DAYS_TO_PUT_BACK)}T00:00:00.000Z` as Moment)
        .execute()
      await sql
        .deleteFrom('year_proposal')
        .where('school_id', '=', id)
        .where('from_day', '<', yearBegan)
        .execute()
      for (const person of await goneFrom(sql, keeper, today)) await unname(sql, keeper, person)
    })
  }
}

async function goneFrom(sql: Sql, { schoolId }: Keeper, today: string): Promise<PersonId[]> {
  const rows = await sql
    .selectFrom('person')
    .innerJoin('school', 'school.id', 'person.school_id')
    .select(['person.id', 'person.left_on as leftOn', 'school.retention_years as term'])
    .where('person.school_id', '=', schoolId)
    .where('person.left_on', 'is not', null)
    .execute()
  return rows.flatMap(({ id, leftOn, term }) => (leftOn && termEnds(leftOn, term) <= today ? [id] : []))
}

/** Who put something in a year, changed it or proposed a day, is no longer known by name. */
async function unname(sql: Sql, { schoolId }: Keeper, person: PersonId) {
  for (const column of ['made_by', 'changed_by', 'removed_by'] as const) {
    await sql
      .updateTable('year_item')
      .set({ [column]: null })
      .where('school_id', '=', schoolId)
      .where(column, '=', person)
      .execute()
  }
  await sql
    .updateTable('year_holiday')
    .set({ changed_by: null })
    .where('school_id', '=', schoolId)
    .where('changed_by', '=', person)
    .execute()
  await sql
    .deleteFrom('year_proposal')
    .where('school_id', '=', schoolId)
    .where((is) => is.or([is('proposed_by', '=', person), is('answered_by', '=', person)]))
    .execute()
}
