import type { Fact } from '../db/announce.ts'
import type { Db } from '../db/database.ts'
import type { PersonId, SchoolId, SessionId } from '../kernel/id.ts'
import { AGAIN, BEAT, type Lane, MOST_FEEDS, OLDEST, SLICE, waitFor } from './live.ts'

/** One open screen: whose it is, and where it hears what. */
export type Feed = {
  readonly lane: Lane
  /** Null where a device came in without a session. */
  readonly session: SessionId | null
  readonly person: PersonId | null
  readonly openedAt: number
  /** False when whoever listens takes nothing any more. */
  send(message: string): boolean
  end(): void
}

/** What screens follow: a meeting, a talk. */
export type Followed<Id> = { readonly id: Id; readonly schoolId: SchoolId }

/** What differs between one kind of screens and another. */
export type LiveKind<Id, F extends Feed> = {
  /** The facts that tell of a change. */
  readonly topic: Fact['topic']
  /** Whether two are tabs of the same. */
  isOneSeat(one: F, other: F): boolean
  /**
   * Reads what is followed, once for all who hear of it. Answers what each of them is told, where null ends its feed;
   * or null when it can't be read now.
   */
  read(db: Db, followed: Followed<Id>): Promise<((feed: F) => string | null) | null>
}

/** Takes a screen out again. */
export type Leave = () => void

/** The open screens of one kind. */
export function liveRooms<Id extends string, F extends Feed>(kind: LiveKind<Id, F>) {
  const lives = new WeakMap<object, LiveRooms<Id, F>>()
  /** `hear` is the same function as long as that database is open. */
  const liveOf = (db: Db) => {
    const live = lives.get(db.hear) ?? new LiveRooms(db, kind)
    lives.set(db.hear, live)
    return live
  }
  return {
    /** Lets a screen in. Null when there are too many already, or the server stops. */
    open: (db: Db, followed: Followed<Id>, feed: F): Leave | null => liveOf(db).open(followed, feed),
    /** How many feeds are open, in all. */
    count: (db: Db): number => liveOf(db).count(),
    /** Ends every feed, and opens none from now on: a server that stops does not wait for them. */
    stop: (db: Db): void => liveOf(db).stop(),
  }
}

type Telling = { timer: NodeJS.Timeout | null; at: number; took: number }
type Room<Id, F> = Followed<Id> & {
  readonly feeds: Set<F>
  readonly tellings: Record<Lane, Telling>
}

/** The open screens of one kind over one database. */
class LiveRooms<Id extends string, F extends Feed> {
  readonly #db: Db
  readonly #kind: LiveKind<Id, F>
  readonly #rooms = new Map<string, Room<Id, F>>()
  readonly #beat = setInterval(() => this.#tellAll(), BEAT).unref()
  #isStopping = false

  constructor(db: Db, kind: LiveKind<Id, F>) {
    this.#db = db
    this.#kind = kind
    db.hear((fact) => this.#hear(fact))
  }

  open({ id, schoolId }: Followed<Id>, feed: F): Leave | null {
    const room = this.#rooms.get(id) ?? newRoom<Id, F>({ id, schoolId })
    if (this.#isStopping || this.#isFull(room, feed)) return null
    this.#rooms.set(id, room)
    room.feeds.add(feed)
    // Only now: what changed since the page was drawn is in it, and what changes from here on is told.
    void this.#tell(room, [feed])
    return () => this.#leave(room, feed)
  }

  count(): number {
    return [...this.#rooms.values()].reduce((sum, { feeds }) => sum + feeds.size, 0)
  }

  stop(): void {
    this.#isStopping = true
    clearInterval(this.#beat)
    this.#endWhere(() => true)
  }

  #isFull({ feeds }: Room<Id, F>, feed: F): boolean {
    const own = [...feeds].filter((one) => this.#kind.isOneSeat(one, feed))
    return own.length >= MOST_FEEDS.seat || feeds.size >= MOST_FEEDS.room || this.count() >= MOST_FEEDS.all
  }

  #leave(room: Room<Id, F>, feed: F): void {
    room.feeds.delete(feed)
    if (room.feeds.size > 0 || this.#rooms.get(room.id) !== room) return
    this.#rooms.delete(room.id)
    for (const { timer } of Object.values(room.tellings)) if (timer) clearTimeout(timer)
  }

  /** The screen hears that it has to come back; whether it still may is asked then. */
  #end(room: Room<Id, F>, feed: F): void {
    this.#leave(room, feed)
    feed.send(AGAIN)
    feed.end()
  }

  #endWhere(isMeant: (feed: F, room: Room<Id, F>) => boolean): void {
    for (const room of this.#rooms.values())
      for (const feed of room.feeds) if (isMeant(feed, room)) this.#end(room, feed)
  }

  #hear({ topic, schoolId, id }: Fact): void {
    const room = topic === this.#kind.topic && this.#rooms.get(id)
    if (room) for (const lane of ['front', 'rest'] as const) this.#tellSoon(room, lane)
    if (topic === 'session') this.#endWhere((feed, at) => at.schoolId === schoolId && feed.session === id)
    if (topic === 'person')
      this.#endWhere((feed, at) => at.schoolId === schoolId && (feed.person === id || id === schoolId))
  }

  /** Together with whatever comes meanwhile. */
  #tellSoon(room: Room<Id, F>, lane: Lane): void {
    const telling = room.tellings[lane]
    const feeds = () => [...room.feeds].filter((feed) => feed.lane === lane)
    const count = feeds().length
    if (telling.timer || count === 0) return
    telling.timer = setTimeout(
      () => {
        telling.timer = null
        telling.at = performance.now()
        void this.#tell(room, feeds()).then((took) => Object.assign(telling, { took }))
      },
      waitFor(lane, count, telling, performance.now()),
    )
  }

  /** Answers how long the reading took, in milliseconds. When it can't be read now, the next beat says it. */
  async #tell(room: Room<Id, F>, feeds: readonly F[]): Promise<number> {
    const began = performance.now()
    const messageFor = await this.#kind.read(this.#db, room).catch(() => null)
    const took = performance.now() - began
    if (messageFor === null) return took
    for (let from = 0; from < feeds.length; from += SLICE.feeds) {
      if (from > 0) await new Promise((later) => setTimeout(later, SLICE.apart))
      for (const feed of feeds.slice(from, from + SLICE.feeds)) this.#say(room, feed, messageFor(feed))
    }
    return took
  }

  #say(room: Room<Id, F>, feed: F, message: string | null): void {
    if (!room.feeds.has(feed)) return
    if (message === null || !feed.send(message)) this.#end(room, feed)
  }

  #tellAll(): void {
    const tooOld = performance.now() - OLDEST
    this.#endWhere((feed) => feed.openedAt < tooOld)
    for (const room of this.#rooms.values()) void this.#tell(room, [...room.feeds])
  }
}

const newRoom = <Id, F>(followed: Followed<Id>): Room<Id, F> => ({
  ...followed,
  feeds: new Set(),
  tellings: { front: { timer: null, at: 0, took: 0 }, rest: { timer: null, at: 0, took: 0 } },
})
