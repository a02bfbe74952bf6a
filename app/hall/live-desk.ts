import type { Fact } from '../db/announce.ts'
import type { Db } from '../db/database.ts'
import type { MeetingId, PersonId, SchoolId, SessionId } from '../kernel/id.ts'
import type { Pass, Scene } from '../meeting/meeting.ts'
import { readScene } from '../meeting/scene-store.ts'
import type { Keeper } from '../session/actor.ts'
import { AGAIN, BEAT, type Lane, MOST_FEEDS, OLDEST, revisionMessage, SLICE, waitFor } from './live.ts'

/** One open screen: where it hears what, and by what right. */
export type Feed = {
  readonly lane: Lane
  /** Whose it is: the session, or the pass of a device. */
  readonly session: SessionId | null
  readonly person: PersonId | null
  /** As it stood when the feed was opened. */
  readonly pass: Pass | null
  readonly openedAt: number
  /** False when whoever listens takes nothing any more. */
  send(message: string): boolean
  end(): void
}

type Room = {
  readonly id: MeetingId
  readonly actor: Keeper
  readonly feeds: Set<Feed>
  readonly tellings: Record<Lane, { timer: NodeJS.Timeout | null; at: number; took: number }>
}

type Live = {
  readonly db: Db
  readonly rooms: Map<MeetingId, Room>
  isStopping: boolean
  beat: NodeJS.Timeout
}

const lives = new WeakMap<object, Live>()

/** The open screens over one database: `hear` is the same function as long as that database is open. */
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
export function stopFeeds(db: Db): void {
  const live = liveOf(db)
  live.isStopping = true
  clearInterval(live.beat)
  for (const room of live.rooms.values()) for (const feed of room.feeds) endFeed(live, room, feed)
}

/** How many feeds are open, in all. */
export const openFeeds = (db: Db) => countOf(liveOf(db))

/** Lets a screen in: `left` takes it out again. Null when there are too many already, or the server stops. */
export function openFeed(db: Db, at: Pick<Scene, 'meeting'>, feed: Feed): { left: () => void } | null {
  const live = liveOf(db)
  if (live.isStopping || isFull(live, at.meeting.id, feed)) return null
  const room = live.rooms.get(at.meeting.id) ?? newRoom(at.meeting)
  live.rooms.set(room.id, room)
  room.feeds.add(feed)
  // Only now: what changed since the page was drawn is in it, and what changes from here on is told.
  void tell(live, room, [feed])
  return { left: () => leave(live, room, feed) }
}

const newRoom = ({ id, schoolId }: { id: MeetingId; schoolId: SchoolId }): Room => ({
  id,
  actor: { kind: 'keeper', schoolId },
  feeds: new Set(),
  tellings: { front: { timer: null, at: 0, took: 0 }, rest: { timer: null, at: 0, took: 0 } },
})

const countOf = ({ rooms }: Live) => [...rooms.values()].reduce((sum, { feeds }) => sum + feeds.size, 0)

function isFull(live: Live, id: MeetingId, { session, pass }: Feed) {
  const feeds = [...(live.rooms.get(id)?.feeds ?? [])]
  const own = feeds.filter((one) => one.session === session && one.pass?.id === pass?.id)
  return (
    own.length >= MOST_FEEDS.seat || feeds.length >= MOST_FEEDS.meeting || countOf(live) >= MOST_FEEDS.all
  )
}

function leave(live: Live, room: Room, feed: Feed) {
  room.feeds.delete(feed)
  if (room.feeds.size > 0 || live.rooms.get(room.id) !== room) return
  live.rooms.delete(room.id)
  for (const { timer } of Object.values(room.tellings)) if (timer) clearTimeout(timer)
}

/** The screen hears that it has to come back; whether it still may is asked then. */
function endFeed(live: Live, room: Room, feed: Feed) {
  leave(live, room, feed)
  feed.send(AGAIN)
  feed.end()
}

function hearFact(live: Live, { topic, schoolId, id }: Fact) {
  if (topic === 'meeting') {
    const room = live.rooms.get(id as MeetingId)
    if (room) for (const lane of ['front', 'rest'] as const) tellSoon(live, room, lane)
  }
  if (topic !== 'session' && topic !== 'person') return
  const isMeant = ({ session, person }: Feed) =>
    topic === 'session' ? session === id : person === id || id === schoolId
  for (const room of live.rooms.values())
    if (room.actor.schoolId === schoolId)
      for (const feed of [...room.feeds].filter(isMeant)) endFeed(live, room, feed)
}

function tellSoon(live: Live, room: Room, lane: Lane) {
  const telling = room.tellings[lane]
  if (telling.timer) return
  const feeds = feedsOf(room, lane).length
  if (feeds === 0) return
  telling.timer = setTimeout(
    () => {
      telling.timer = null
      telling.at = performance.now()
      const told = tell(live, room, feedsOf(room, lane))
      void told.then((took) => Object.assign(telling, { took }))
    },
    waitFor(lane, feeds, telling, performance.now()),
  )
}

const feedsOf = ({ feeds }: Room, lane: Lane) => [...feeds].filter((feed) => feed.lane === lane)

/**
 * Reads the meeting, which the pages that are asked for next read too, and says its revision. Answers how long the
 * reading took, in milliseconds.
 */
async function tell(live: Live, room: Room, feeds: readonly Feed[]): Promise<number> {
  const began = performance.now()
  const scene = await readScene(live.db, room.actor, room.id).catch(() => null)
  // When it can't be read now, the next beat says it.
  const took = performance.now() - began
  if (scene === null) return took
  const message = revisionMessage(scene.meeting.revision)
  for (let from = 0; from < feeds.length; from += SLICE.feeds) {
    if (from > 0) await new Promise((later) => setTimeout(later, SLICE.apart))
    for (const feed of feeds.slice(from, from + SLICE.feeds)) say(live, room, feed, scene, message)
  }
  return took
}

function say(live: Live, room: Room, feed: Feed, scene: Scene, message: string) {
  if (!room.feeds.has(feed)) return
  if (feed.pass && !isStill(feed.pass, scene)) return endFeed(live, room, feed)
  if (!feed.send(message)) endFeed(live, room, feed)
}

/** A pass ends with its meeting, and whoever it is confirmed as, or no longer, sees another page. */
function isStill(pass: Pass, { meeting, passes }: Scene) {
  if (meeting.phase === 'closed' || meeting.cancelledAt !== null) return false
  return printOf(passes.find(({ id }) => id === pass.id)) === printOf(pass)
}

/** What a pass gives: confirmed, ended or spoken for by somebody else, it is another one. */
const printOf = (pass: Pass | undefined) => JSON.stringify([pass?.person, pass?.confirmedAt, pass?.endedAt])

function beat(live: Live) {
  const tooOld = performance.now() - OLDEST
  for (const room of live.rooms.values()) {
    for (const feed of room.feeds) if (feed.openedAt < tooOld) endFeed(live, room, feed)
    void tell(live, room, [...room.feeds])
  }
}
