import type { Fact } from '../db/announce.ts'
import type { Db } from '../db/database.ts'
import { AGAIN, BEAT, MOST_FEEDS, OLDEST, revisionMessage, waitFor } from '../hall/live.ts'
import type { DataTalkId, PersonId, SchoolId, SessionId } from '../kernel/id.ts'
import type { Talk } from './talk.ts'
import { readRevision } from './talk-store.ts'

/** One open page: whose it is, and where it hears the number. */
export type TalkFeed = {
  readonly session: SessionId
  readonly person: PersonId
  readonly openedAt: number
  /** False when whoever listens takes nothing any more. */
  send(message: string): boolean
  end(): void
}

type Room = {
  readonly id: DataTalkId
  readonly schoolId: SchoolId
  readonly feeds: Set<TalkFeed>
  timer: NodeJS.Timeout | null
  last: { at: number; took: number }
}
type Live = {
  readonly db: Db
  readonly rooms: Map<DataTalkId, Room>
  isStopping: boolean
  beat: NodeJS.Timeout
}

const lives = new WeakMap<object, Live>()

/** The open pages over one database: `hear` is the same function as long as that database is open. */
function liveOf(db: Db): Live {
  const known = lives.get(db.hear)
  if (known) return known
  const live: Live = { db, rooms: new Map(), isStopping: false, beat: setInterval(() => beat(live), BEAT) }
  live.beat.unref()
  lives.set(db.hear, live)
  db.hear((fact) => hearFact(live, fact))
  return live
}

/** Ends every feed, and opens none from now on: a server that stops does not wait for them. */
export function stopTalkFeeds(db: Db): void {
  const live = liveOf(db)
  live.isStopping = true
  clearInterval(live.beat)
  for (const room of live.rooms.values()) for (const feed of room.feeds) endFeed(live, room, feed)
}

/** Lets a page in: `left` takes it out again. Null when there are too many already, or the server stops. */
export function openTalkFeed(
  db: Db,
  { id, schoolId }: Pick<Talk, 'id' | 'schoolId'>,
  feed: TalkFeed,
): { left: () => void } | null {
  const live = liveOf(db)
  const room = live.rooms.get(id) ?? { id, schoolId, feeds: new Set(), timer: null, last: { at: 0, took: 0 } }
  if (live.isStopping || isFull(live, room, feed)) return null
  live.rooms.set(id, room)
  room.feeds.add(feed)
  // Only now: what changed since the page was drawn is in it, and what changes from here on is told.
  void tell(live, room, [feed])
  return { left: () => leave(live, room, feed) }
}

function isFull({ rooms }: Live, { feeds }: Room, { session }: TalkFeed) {
  const own = [...feeds].filter((one) => one.session === session).length
  const all = [...rooms.values()].reduce((sum, room) => sum + room.feeds.size, 0)
  return own >= MOST_FEEDS.seat || feeds.size >= MOST_FEEDS.meeting || all >= MOST_FEEDS.all
}

function leave(live: Live, room: Room, feed: TalkFeed) {
  room.feeds.delete(feed)
  if (room.feeds.size > 0 || live.rooms.get(room.id) !== room) return
  live.rooms.delete(room.id)
  if (room.timer) clearTimeout(room.timer)
}

/** The page hears that it has to come back; whether it still may is asked then. */
function endFeed(live: Live, room: Room, feed: TalkFeed) {
  leave(live, room, feed)
  feed.send(AGAIN)
  feed.end()
}

function hearFact(live: Live, { topic, schoolId, id }: Fact) {
  if (topic === 'talk') {
    const room = live.rooms.get(id as DataTalkId)
    if (room) tellSoon(live, room)
  }
  if (topic !== 'session' && topic !== 'person') return
  const isMeant = ({ session, person }: TalkFeed) =>
    topic === 'session' ? session === id : person === id || id === schoolId
  for (const room of live.rooms.values())
    if (room.schoolId === schoolId)
      for (const feed of [...room.feeds].filter(isMeant)) endFeed(live, room, feed)
}

/** Together with whatever comes meanwhile. */
function tellSoon(live: Live, room: Room) {
  if (room.timer) return
  const wait = waitFor('rest', room.feeds.size, room.last, performance.now())
  room.timer = setTimeout(() => {
    room.timer = null
    room.last = { at: performance.now(), took: 0 }
    void tell(live, room, [...room.feeds])
  }, wait)
}

async function tell(live: Live, room: Room, feeds: readonly TalkFeed[]) {
  const revision = await readRevision(live.db, room.schoolId, room.id).catch(() => undefined)
  // When it can't be read now, the next beat says it; a talk that was thrown away is asked for once more.
  if (revision === undefined) return
  for (const feed of feeds) {
    if (!room.feeds.has(feed)) continue
    if (revision === null || !feed.send(revisionMessage(revision))) endFeed(live, room, feed)
  }
}

function beat(live: Live) {
  const tooOld = performance.now() - OLDEST
  for (const room of live.rooms.values()) {
    for (const feed of room.feeds) if (feed.openedAt < tooOld) endFeed(live, room, feed)
    void tell(live, room, [...room.feeds])
  }
}
