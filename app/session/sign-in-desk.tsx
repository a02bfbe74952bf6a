import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { isRefusal } from '../kernel/refusal.ts'
import { Front } from '../ui/front.tsx'
import { safePath } from '../ui/safe-href.ts'
import { tellOfUsedLink } from './account-letter-desk.ts'
import { deskOf, type OnDesk } from './desk.ts'
import { giveCookie, takeCookie } from './desk-cookie.ts'
import { deviceOf } from './device.ts'
import { networkAddress } from './origin.ts'
import { OWN_DEVICE, type Waiting } from './session.ts'
import { revokeSession } from './session-store.ts'
import { shellFrom } from './shell.ts'
import { type Candidate, type Entering, enter } from './sign-in-store.ts'
import type { Denied, Going } from './sign-in-view.tsx'
import { networkOf } from './throttle.ts'

/** What the steps of signing in share. */

export const goingOf = ({ to, shared }: Record<string, string | undefined>): Going => ({
  to: safePath(to),
  shared: shared === 'yes',
})

/** The network that a request comes from, for counting. */
export function networkBehind(c: Context<OnDesk>): string {
  const peer = c.env?.incoming?.socket.remoteAddress
  return networkOf(networkAddress(peer, c.req.header('x-forwarded-for'), deskOf(c).house.baseUrl))
}

/** A page around a step; with a refusal 422, and 429 where there is a time to wait. */
export function frontPage(
  c: Context<OnDesk>,
  title: string,
  denied: Denied | null,
  children: Child,
  status: 200 | 410 = 200,
) {
  if (denied?.wait) c.header('retry-after', String(denied.wait))
  return c.html(
    <Front shell={shellFrom(deskOf(c))} title={title} withoutSignIn>
      {children}
    </Front>,
    denied ? (denied.wait ? 429 : 422) : status,
  )
}

/** A step of signing in, with where to go afterwards. */
export function stepPath(step: 'code' | 'second-factor', { to, shared }: Going) {
  const query = new URLSearchParams({ ...(to ? { to } : {}), ...(shared ? { shared: 'yes' } : {}) })
  return query.size > 0 ? `/sign-in/${step}?${query}` : `/sign-in/${step}`
}

/** The only one, or the one that was chosen. */
export const chosen = (people: readonly Candidate[], personId: string | undefined) =>
  people.length === 1 ? people[0] : people.find((one) => one.personId === personId)

/** Uses the code or link up, opens the session and goes on; null when another was first. */
export async function comeIn(c: Context<OnDesk>, key: Pick<Entering, 'who' | 'by' | 'way'>, going: Going) {
  const { house, db } = deskOf(c)
  const entering = { ...key, device: deviceOf(c.req.header('user-agent')), shared: going.shared }
  const entered = await enter(db, entering, tellOfUsedLink, house.now())
  if (isRefusal(entered)) return null
  takeCookie(c, house, 'sign-in')
  return letIn(c, entered, going)
}

/**
 * Gives the session's cookie and goes on: to where they wanted to be, or to the second factor first. A session that this
 * browser had before ends: nothing is left open behind a cookie that is gone.
 */
export async function letIn(
  c: Context<OnDesk>,
  { token, waitsFor }: { token: string; waitsFor: Waiting | null },
  going: Going,
) {
  const { db, house, reader } = deskOf(c)
  if (reader) await revokeSession(db, reader.actor, reader.actor.sessionId, house.now())
  // On a shared computer the cookie goes when the browser closes.
  giveCookie(c, house, 'session', token, going.shared ? null : OWN_DEVICE.whole / 1000)
  return c.redirect(waitsFor ? stepPath('second-factor', going) : (going.to ?? '/'), 303)
}
