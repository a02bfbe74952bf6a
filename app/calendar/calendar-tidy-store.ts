import type { Db } from '../db/database.ts'
import { dayOf } from '../kernel/day.ts'
import { holdFeed } from './feed-store.ts'

/** Addresses of who has left lead nowhere from that day; here they go, with everything that was told by them. */
export async function forgetOldCalendars(db: Db, now: Date): Promise<void> {
  await db.write('server', async (sql, tx) => {
    const gone = sql
      .selectFrom('calendar_feed')
      .innerJoin('person', 'person.id', 'calendar_feed.person_id')
      .innerJoin('school', 'school.id', 'calendar_feed.school_id')
      .select('calendar_feed.id')
      .where((is) => is.or([is('person.left_on', '<=', dayOf(now)), is('school.gone_at', 'is not', null)]))
    const ids = (await gone.execute()).map(({ id }) => id)
    if (ids.length === 0) return
    for (const id of ids.toSorted()) await holdFeed(tx, id)
    await sql.deleteFrom('calendar_told').where('feed_id', 'in', ids).execute()
    await sql.deleteFrom('calendar_feed').where('id', 'in', ids).execute()
  })
}
