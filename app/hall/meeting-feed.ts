import type { Context } from 'hono'
import { mayRun } from '../meeting/meeting-may.ts'
import { seatAt } from '../meeting/seat-desk.ts'
import type { OnDesk } from '../session/desk.ts'
import { openFeed } from './live-desk.ts'
import { liveStream } from './live-stream-desk.ts'

/**
 * GET /meeting/:meeting/live: server-sent events that say nothing but the revision of the meeting: at once, and each
 * time that it has risen. The page then asks for itself.
 */
export async function meetingFeed(c: Context<OnDesk>): Promise<Response> {
  const { desk, scene, seat, pass } = await seatAt(c)
  const { actor, person } = seat
  const isFront = c.req.query('lane') === 'front' && mayRun(seat, scene.meeting).may
  const lane = isFront ? 'front' : 'rest'
  const session = actor.kind === 'member' ? actor.sessionId : null
  return liveStream(c, (line) => openFeed(desk.db, scene.meeting, { ...line, lane, session, person, pass }))
}
