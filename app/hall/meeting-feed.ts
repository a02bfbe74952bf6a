import type { Context } from 'hono'
import { mayRun } from '../meeting/meeting-may.ts'
import { type AtSeat, seatAt } from '../meeting/seat-desk.ts'
import type { OnDesk } from '../session/desk.ts'
import { type Feed, openFeed } from './live-desk.ts'

/** Messages that wait for somebody who takes nothing: then the line is dead. */
const MOST_WAITING = 40

/**
 * GET /meeting/:meeting/live: server-sent events that say nothing but the revision of the meeting: at once, and each
 * time that it has risen. The page then asks for itself.
 */
export async function meetingFeed(c: Context<OnDesk>): Promise<Response> {
  const at = await seatAt(c)
  const body = bodyOf(at, c.req.query('lane') === 'front')
  if (body === null) return c.body(null, 429, { 'retry-after': '15' })
  return c.body(body, 200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store, no-transform',
    // nginx would hold it back until there is more
    'x-accel-buffering': 'no',
  })
}

/** Null when there are too many already. */
function bodyOf(at: AtSeat, asksFront: boolean): ReadableStream<Uint8Array> | null {
  const { desk, scene, seat, pass } = at
  const encoder = new TextEncoder()
  let line: ReadableStreamDefaultController<Uint8Array> | null = null
  let opened: ReturnType<typeof openFeed> = null
  const feed: Feed = {
    lane: asksFront && mayRun(seat, scene.meeting).may ? 'front' : 'rest',
    session: seat.actor.kind === 'member' ? seat.actor.sessionId : null,
    person: seat.person,
    pass,
    openedAt: performance.now(),
    send(message) {
      if (!line) return false
      line.enqueue(encoder.encode(message))
      return (line.desiredSize ?? 0) > -MOST_WAITING
    },
    end() {
      line?.close()
      line = null
    },
  }
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      line = controller
    },
    cancel() {
      line = null
      opened?.left()
    },
  })
  opened = openFeed(desk.db, scene, feed)
  return opened && body
}
