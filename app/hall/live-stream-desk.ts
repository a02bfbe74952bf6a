import type { Context } from 'hono'
import type { OnDesk } from '../session/desk.ts'
import type { Feed, Leave } from './live-rooms-desk.ts'

/** Messages that wait for somebody who takes nothing: then the line is dead. */
const MOST_WAITING = 40

/** The line to one screen; who opens it adds whose it is. */
export type Line = Pick<Feed, 'openedAt' | 'send' | 'end'>

/** Answers with server-sent events over the line that `open` lets in; 429 when it lets none in. */
export function liveStream(c: Context<OnDesk>, open: (line: Line) => Leave | null): Response {
  const encoder = new TextEncoder()
  let taker: ReadableStreamDefaultController<Uint8Array> | null = null
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      taker = controller
    },
    cancel() {
      taker = null
      leave?.()
    },
  })
  const leave = open({
    openedAt: performance.now(),
    send(message) {
      if (!taker) return false
      taker.enqueue(encoder.encode(message))
      return (taker.desiredSize ?? 0) > -MOST_WAITING
    },
    end() {
      taker?.close()
      taker = null
    },
  })
  if (leave === null) return c.body(null, 429, { 'retry-after': '15' })
  return c.body(body, 200, HEADERS)
}

const HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store, no-transform',
  // nginx would hold it back until there is more
  'x-accel-buffering': 'no',
}
