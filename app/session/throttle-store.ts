import { sql as fragment } from 'kysely'
import type { Db } from '../db/database.ts'
import { type Moment, momentOf } from '../kernel/day.ts'
import { keyedHash, serverKey } from './secret-store.ts'
import { LIMITS, type LimitName, type Wait, waitAfter } from './throttle.ts'

/**
 * Counts one more time, and answers whether it may go on or how many seconds to wait. Whom it is about (an address)
 * is kept as a keyed hash only.
 */
export async function countOnce(db: Db, limit: LimitName, about: string, now: Date): Promise<Wait> {
  const name = await nameOf(db, limit, about)
  const { seconds } = LIMITS[limit]
  const moment = momentOf(now)
  const oldest = momentOf(new Date(now.getTime() - seconds * 1000))
  const row = await db.write('open', (sql) =>
    sql
      .insertInto('throttle')
      .values({ name, count: 1, window_start: moment })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet({
          count: fragment<number>`case when throttle.window_start <= ${oldest} then 1 else throttle.count + 1 end`,
          window_start: fragment<Moment>`case when throttle.window_start <= ${oldest} then ${moment} else throttle.window_start end`,
        }),
      )
      .returning(['count', 'window_start'])
      .executeTakeFirstOrThrow(),
  )
  return waitAfter(row.count, secondsSince(row.window_start, now), LIMITS[limit])
}

/** How long to wait when it happened too often already; counts nothing. */
export async function waitFor(db: Db, limit: LimitName, about: string, now: Date): Promise<Wait> {
  const name = await nameOf(db, limit, about)
  const row = await db.read('open', (sql) =>
    sql.selectFrom('throttle').select(['count', 'window_start']).where('name', '=', name).executeTakeFirst(),
  )
  const age = row ? secondsSince(row.window_start, now) : 0
  return row && age < LIMITS[limit].seconds ? waitAfter(row.count + 1, age, LIMITS[limit]) : null
}

/** Counts from nothing again: it went well. */
export async function forgetCount(db: Db, limit: LimitName, about: string): Promise<void> {
  const name = await nameOf(db, limit, about)
  await db.write('open', (sql) => sql.deleteFrom('throttle').where('name', '=', name).execute())
}

/** Counts of yesterday tell nothing any more. */
export async function forgetOldCounts(db: Db, now: Date): Promise<void> {
  const yesterday = momentOf(new Date(now.getTime() - 86_400_000))
  await db.write('open', (sql) => sql.deleteFrom('throttle').where('window_start', '<', yesterday).execute())
}

const nameOf = async (db: Db, limit: LimitName, about: string) =>
  `${limit}:${keyedHash(await serverKey(db), about)}`

const secondsSince = (start: Moment, now: Date) => (now.getTime() - Date.parse(start)) / 1000
