import type { Context } from 'hono'
import { liveStream } from '../hall/live-stream-desk.ts'
import { found, mustMay } from '../school/school-desk.tsx'
import type { OnDesk } from '../session/desk.ts'
import { atTrends } from '../trend/trend-desk.ts'
import { idFrom } from './talk-desk.ts'
import { openTalkFeed } from './talk-live-desk.ts'
import { mayWriteTalk } from './talk-may.ts'
import { readTalk } from './talk-store.ts'

/** GET /trends/talks/:talk/live: server-sent events that say nothing but the revision of a talk that goes on. */
export async function talkFeed(c: Context<OnDesk>): Promise<Response> {
  const { desk, reader } = atTrends(c)
  const { sessionId: session, personId: person } = reader.actor
  const talk = found(await readTalk(desk.db, reader.actor, idFrom(c)))
  mustMay(mayWriteTalk(reader.actor, talk))
  return liveStream(c, (line) => openTalkFeed(desk.db, talk, { ...line, lane: 'rest', session, person }))
}
