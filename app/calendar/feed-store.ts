import type { Selectable } from 'kysely'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import type { Tables } from '../db/tables.ts'
import type { Day, Moment } from '../kernel/day.ts'
import { type CalendarFeedId, newId } from '../kernel/id.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { hashOf, newToken, parseToken } from '../session/secret-store.ts'
import type { Feed, FeedKind } from './feed.ts'
import { type FeedBecause, mayFollow, mayStopAll } from './feed-may.ts'

/** Sole writer of calendar_feed. */

export type FeedNo = { readonly refused: 'may-not'; readonly because: FeedBecause }

type Row = Selectable<Tables['calendar_feed']>

const feedFrom = (row: Omit<Row, 'token_hash'>): Feed => ({
  id: row.id,
  schoolId: row.school_id,
  personId: row.person_id,
  kind: row.kind as FeedKind,
  madeAt: row.made_at,
  seenOn: row.seen_on,
})

/**
 * Makes the actor's address of a kind anew; an older one leads nowhere from then on. What stands in it is answered once
 * and not kept.
 */
export async function makeFeed(
  db: Db,
  actor: Actor,
  kind: FeedKind,
  now: Moment,
): Promise<{ readonly feed: Feed; readonly token: string } | FeedNo> {
  const may = mayFollow(actor, kind)
  const person = personOf(actor)
  if (!may.may || person === null) return { refused: 'may-not', because: may.because }
  const token = newToken()
  const id = newId<'calendar-feed'>()
  const row = { id, school_id: actor.schoolId, person_id: person, kind, made_at: now, seen_on: null }
  await db.write(actor, async (sql, tx) => {
    await tx.hold(`calendar ${person}`)
    await forget(tx, actor, await idsOf(tx, actor, person, kind))
    await sql
      .insertInto('calendar_feed')
      .values({ ...row, token_hash: hashOf(token) })
      .execute()
  })
  return { feed: feedFrom(row), token }
}

async function idsOf(db: Db, actor: Actor, person: Feed['personId'] | null, kind: FeedKind) {
  const rows = await db.read(actor, (sql) => {
    const all = sql
      .selectFrom('calendar_feed')
      .select('id')
      .where('school_id', '=', actor.schoolId)
      .where('kind', '=', kind)
    return (person === null ? all : all.where('person_id', '=', person)).execute()
  })
  return rows.map(({ id }) => id)
}

/** While what is told by an address is written down, it is not taken away. */
export const holdFeed = (tx: Db, id: CalendarFeedId) => tx.hold(`calendar ${id}`)

/** An address with everything that was told by it. */
async function forget(db: Db, actor: Actor, ids: readonly CalendarFeedId[]): Promise<void> {
  if (ids.length === 0) return
  await db.write(actor, async (sql, tx) => {
    for (const id of ids.toSorted()) await holdFeed(tx, id)
    await sql
      .deleteFrom('calendar_told')
      .where('school_id', '=', actor.schoolId)
      .where('feed_id', 'in', [...ids])
      .execute()
    await sql
      .deleteFrom('calendar_feed')
      .where('school_id', '=', actor.schoolId)
      .where('id', 'in', [...ids])
      .execute()
  })
}

/** The actor's own addresses. */
export async function feedsOf(db: Db, actor: Actor): Promise<Feed[]> {
  const person = personOf(actor)
  if (person === null) return []
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('calendar_feed')
      .selectAll()
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', person)
      .orderBy('kind')
      .execute(),
  )
  return rows.map(feedFrom)
}

/** Ends the actor's own address of a kind at once; one that is gone already is no trouble. */
export async function stopFeed(db: Db, actor: Actor, kind: FeedKind): Promise<null | FeedNo> {
  const may = mayFollow(actor, kind)
  const person = personOf(actor)
  if (!may.may || person === null) return { refused: 'may-not', because: may.because }
  await forget(db, actor, await idsOf(db, actor, person, kind))
  return null
}

/** Ends the team addresses of everybody at once; answers how many there were. */
export async function stopTeamFeeds(db: Db, actor: Actor): Promise<{ readonly stopped: number } | FeedNo> {
  const may = mayStopAll(actor)
  if (!may.may) return { refused: 'may-not', because: may.because }
  const ids = await idsOf(db, actor, null, 'team')
  await forget(db, actor, ids)
  return { stopped: ids.length }
}

/** How many follow the year of the team, for who can stop them. */
export const countTeamFeeds = async (db: Db, actor: Actor) =>
  mayStopAll(actor).may ? (await idsOf(db, actor, null, 'team')).length : 0

const byHash = prepared<Omit<Row, 'token_hash'>>(
  'select id, school_id, person_id, kind, made_at, seen_on from calendar_feed where token_hash = ?',
)

/** The address in which this stands; null when there is none, or not any more. */
export async function feedByToken(db: Db, given: string): Promise<Feed | null> {
  const token = parseToken(given)
  if (token === null) return null
  const [row] = await db.read('server', (sql) => byHash(db, sql, [hashOf(token)]))
  return row ? feedFrom(row) : null
}

/** Writes down on which day a program read it, once a day: so its owner sees that it works. */
export async function noteSeen(db: Db, { id, schoolId, seenOn }: Feed, today: Day): Promise<void> {
  if (seenOn === today) return
  await db.write({ schoolId }, (sql) =>
    sql
      .updateTable('calendar_feed')
      .set({ seen_on: today })
      .where('id', '=', id)
      .where('school_id', '=', schoolId)
      .execute(),
  )
}
