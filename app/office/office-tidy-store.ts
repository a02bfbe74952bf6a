import type { Db, Sql } from '../db/database.ts'
import { dayOf, momentOf } from '../kernel/day.ts'
import type { QuestionId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'

const DAY = 86_400_000
/** An appointment that has been or was called off: so long that it can be looked up, and no longer. */
const DAYS_OF_APPOINTMENTS = 60
/** A single day that has gone by is of no use to anybody. */
const DAYS_OF_DAYS = 7
/** What somebody said of themselves who left: a slip on the team page can be undone. */
const DAYS_AFTER_LEAVING = 7

const ago = (now: Date, days: number) => momentOf(new Date(now.getTime() - days * DAY))
const dayAgo = (now: Date, days: number) => dayOf(new Date(now.getTime() - days * DAY))

/**
 * Deletes on the whole server what has come to its end: appointments of two months ago, single days that have gone by, and
 * the days, office hours and stand-ins of people who left.
 */
export async function forgetOldOffice(db: Db, now: Date): Promise<void> {
  await db.write('server', async (sql) => {
    await sql.deleteFrom('appointment').where('ends_at', '<', ago(now, DAYS_OF_APPOINTMENTS)).execute()
    for (const table of ['office_day', 'office_closed'] as const)
      await sql.deleteFrom(table).where('day', '<', dayAgo(now, DAYS_OF_DAYS)).execute()
    const left = await sql
      .selectFrom('person')
      .select('id')
      .where('left_on', '<=', dayAgo(now, DAYS_AFTER_LEAVING))
      .execute()
    const ids = left.map(({ id }) => id)
    if (ids.length === 0) return
    for (const table of [
      'office_weekday',
      'office_day',
      'office_closed',
      'office_hours',
      'office_stand_in',
      'safe_person',
    ] as const)
      await sql.deleteFrom(table).where('person_id', 'in', ids).execute()
    await sql.deleteFrom('office_stand_in').where('stand_in_id', 'in', ids).execute()
  })
}

/** A question goes: the appointment stays, without it. Inside the caller's transaction. */
export async function forgetQuestionOfAppointments(
  sql: Sql,
  actor: Actor,
  ids: readonly QuestionId[],
): Promise<void> {
  if (ids.length === 0) return
  await sql
    .updateTable('appointment')
    .set({ about: null })
    .where('school_id', '=', actor.schoolId)
    .where('about', 'in', [...ids])
    .execute()
}
