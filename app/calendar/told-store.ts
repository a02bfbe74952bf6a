import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Feed } from './feed.ts'
import { holdFeed } from './feed-store.ts'
import type { Retold, Told } from './told.ts'

/** What the calendar behind an address was told; written here and, when the address goes, by the store of addresses. */

const toldFrom = (row: Selectable<Tables['calendar_told']>): Told => ({
  uid: row.uid,
  sequence: row.sequence,
  print: row.print,
  from: row.from_day,
  to: row.to_day,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  changedAt: row.changed_at,
  goneAt: row.gone_at,
})

async function readTold(sql: Sql, { id, schoolId }: Feed): Promise<Told[]> {
  const rows = await sql
    .selectFrom('calendar_told')
    .selectAll()
    .where('feed_id', '=', id)
    .where('school_id', '=', schoolId)
    .orderBy('uid')
    .execute()
  return rows.map(toldFrom)
}

/**
 * Tells what there is now: asks `again` what that makes of what was told before, and keeps what changed. Two programs
 * that ask at once are told the same.
 */
export async function tell(db: Db, feed: Feed, again: (before: readonly Told[]) => Retold): Promise<Retold> {
  const now = await db.read(feed, async (sql) => again(await readTold(sql, feed)))
  if (now.changed.length === 0 && now.forgotten.length === 0) return now
  return db.write(feed, async (sql, tx) => {
    await holdFeed(tx, feed.id)
    const isThere = await sql
      .selectFrom('calendar_feed')
      .select('id')
      .where('id', '=', feed.id)
      .where('school_id', '=', feed.schoolId)
      .executeTakeFirst()
    const retold = again(await readTold(sql, feed))
    // Stopped meanwhile: this once it is still answered, and nothing is kept.
    if (isThere) await keep(sql, feed, retold)
    return retold
  })
}

async function keep(sql: Sql, { id, schoolId }: Feed, { changed, forgotten }: Retold) {
  if (forgotten.length > 0)
    await sql
      .deleteFrom('calendar_told')
      .where('feed_id', '=', id)
      .where('school_id', '=', schoolId)
      .where('uid', 'in', [...forgotten])
      .execute()
  for (const told of changed) {
    const row = columnsOf(told)
    await sql
      .insertInto('calendar_told')
      .values({ feed_id: id, school_id: schoolId, uid: told.uid, ...row })
      .onConflict((clash) => clash.columns(['feed_id', 'uid']).doUpdateSet(row))
      .execute()
  }
}

const columnsOf = (told: Told) => ({
  sequence: told.sequence,
  print: told.print,
  from_day: told.from,
  to_day: told.to,
  starts_at: told.startsAt,
  ends_at: told.endsAt,
  changed_at: told.changedAt,
  gone_at: told.goneAt,
})
