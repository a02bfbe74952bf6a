import type { Context } from 'hono'
import { deskOf, type OnDesk } from './desk.ts'
import { giveCookie, readCookie, takeCookie } from './desk-cookie.ts'
import { originForMember } from './origin.ts'
import { seal, serverKey, unseal } from './secret-store.ts'
import { countOnce } from './throttle-store.ts'

/** What a passkey signs for: coming in, or being added by one person. */
export type Purpose = 'sign-in' | `add ${string}`

const SECONDS = 300

/** Lays a challenge in a sealed cookie of this browser for five minutes. */
export async function giveChallenge(c: Context<OnDesk>, purpose: Purpose, challenge: string) {
  const { house, db } = deskOf(c)
  const until = house.now().getTime() + SECONDS * 1000
  giveCookie(c, house, 'passkey', seal(await serverKey(db), `${until} ${challenge}`, purpose), SECONDS)
}

/** The challenge that this browser was given for this purpose, once; null when there is none, or it was used. */
export async function takeChallenge(c: Context<OnDesk>, purpose: Purpose): Promise<string | null> {
  const { house, db } = deskOf(c)
  const sealed = readCookie(c, house, 'passkey')
  takeCookie(c, house, 'passkey')
  const [until, challenge] = (sealed && unseal(await serverKey(db), sealed, purpose)?.split(' ')) || []
  const now = house.now()
  if (!challenge || Number(until) < now.getTime()) return null
  return (await countOnce(db, 'passkey-challenge', challenge, now)) === null ? challenge : null
}

/** The site as the browser names it, and its host as a passkey is bound to. */
export function siteOf(c: Context<OnDesk>) {
  const origin = originForMember(deskOf(c).house.baseUrl, c.req.header('host'))
  return { origin, host: URL.parse(origin)?.hostname ?? '' }
}
