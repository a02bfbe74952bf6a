import { createHash } from 'node:crypto'
import type { Db } from '../db/database.ts'
import { dayOf, momentOf } from '../kernel/day.ts'
import type { CalendarFeedId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { type WrittenEvent, writeCalendar } from '../post/calendar-writing.ts'
import { memberWithout } from '../session/session-store.ts'
import type { Feed, FeedEvent } from './feed.ts'
import { eventsFor } from './feed-desk.ts'
import { noteSeen } from './feed-store.ts'
import { feedText } from './feed-text.ts'
import { retell, type ToldEvent } from './told.ts'
import { tell } from './told-store.ts'

/** A feed as it goes out. */
export type FeedAnswer = { readonly body: string; readonly etag: string }

type Kept = FeedAnswer & { readonly stamp: string }
/** What was answered last, as long as nothing in the database changed since and it is the same day. */
const shelves = new WeakMap<Db, Map<CalendarFeedId, Kept>>()
const FEEDS_KEPT = 500

/**
 * What an address shows now; null when whoever made it is no longer at the school.
 * @param origin the address of this server, without a slash at the end
 */
export async function answerFor(db: Db, feed: Feed, origin: string, now: Date): Promise<FeedAnswer | null> {
  const shelf = shelves.get(db) ?? new Map<CalendarFeedId, Kept>()
  shelves.set(db, shelf)
  await noteSeen(db, feed, dayOf(now))
  const stamp = `${await db.stamp()} ${dayOf(now)} ${origin}`
  const known = shelf.get(feed.id)
  if (known?.stamp === stamp) return known
  const made = await makeAnswer(db, feed, origin, now)
  if (made === null) return null
  if (shelf.size >= FEEDS_KEPT) shelf.clear()
  // Under the stamp of before the reading: never older than what is committed.
  shelf.set(feed.id, { ...made, stamp })
  return made
}

async function makeAnswer(db: Db, feed: Feed, origin: string, now: Date): Promise<FeedAnswer | null> {
  const found = await memberWithout(db, feed, now)
  if (!found) return null
  const language = found.language ?? 'nl'
  const moment = momentOf(now)
  const events = await eventsFor(feed.kind, { db, actor: found.actor, language, now: moment })
  const told = await tell(db, feed, (before) =>
    retell(before, events, printOf, { moment, today: dayOf(now) }),
  )
  const body = writeCalendar({
    name: feedText(language).name[feed.kind](found.school.name),
    language,
    events: told.shown.map((one) => written(one, origin, language)),
  })
  return { body, etag: `W/"${hashOf(body).slice(0, 32)}"` }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')

const printOf = ({ from, to, startsAt, endsAt, title, place, href, isTentative }: FeedEvent) =>
  hashOf(JSON.stringify([from, to, startsAt, endsAt, title, place, href, isTentative === true])).slice(0, 22)

/** Of what does not go on only the time is known still, and that it does not. */
function written({ event, ...told }: ToldEvent, origin: string, language: Language): WrittenEvent {
  return {
    ...told,
    title: event?.title ?? feedText(language).gone,
    place: event?.place ?? '',
    url: event ? `${origin}${event.href}` : null,
    isCancelled: event === null,
    isTentative: event?.isTentative === true,
  }
}
