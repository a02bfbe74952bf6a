import type { Context } from 'hono'
import { deskOf, type OnDesk } from './desk.ts'
import { takeCookie } from './desk-cookie.ts'
import { revokeSession } from './session-store.ts'

/** POST /sign-out: this session ends here and on the server. */
export async function signOutFeed(c: Context<OnDesk>) {
  const { db, house, reader } = deskOf(c)
  if (reader) await revokeSession(db, reader.actor, reader.actor.sessionId, house.now())
  takeCookie(c, house, 'session')
  return c.redirect('/', 303)
}
