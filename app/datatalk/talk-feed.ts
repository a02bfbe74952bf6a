import type { Context } from 'hono'
import { found, mustMay } from '../school/school-desk.tsx'
import type { Member } from '../session/actor.ts'
import type { OnDesk } from '../session/desk.ts'
import { atTrends } from '../trend/trend-desk.ts'
import type { Talk } from './talk.ts'
import { idFrom } from './talk-desk.ts'
import { openTalkFeed, type TalkFeed } from './talk-live-desk.ts'
import { mayWriteTalk } from './talk-may.ts'
import { readTalk } from './talk-store.ts'

/** Messages that wait for somebody who takes nothing: then the line is dead. */
const MOST_WAITING = 40

/** GET /trends/talks/:talk/live: server-sent events that say nothing but the revision of a talk that goes on. */
export async function talkFeed(c: Context<OnDesk>): Promise<Response> {
  const { desk, reader } = atTrends(c)
  const talk = found(await readTalk(desk.db, reader.actor, idFrom(c)))
  mustMay(mayWriteTalk(reader.actor, talk))
  const body = bodyOf(desk, reader.actor, talk)
  if (body === null) return c.body(null, 429, { 'retry-after': '15' })
  return c.body(body, 200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store, no-transform',
    // nginx would hold it back until there is more
    'x-accel-buffering': 'no',
  })
}

/** Null when there are too many already. */
function bodyOf(
  { db }: { readonly db: Parameters<typeof openTalkFeed>[0] },
  actor: Member,
  talk: Talk,
): ReadableStream<Uint8Array> | null {
  const encoder = new TextEncoder()
  let line: ReadableStreamDefaultController<Uint8Array> | null = null
  let opened: ReturnType<typeof openTalkFeed> = null
  const feed: TalkFeed = {
    session: actor.sessionId,
    person: actor.personId,
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
  opened = openTalkFeed(db, talk, feed)
  return opened && body
}
