import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Context } from 'hono'
import { z } from 'zod'
import { deskOf, type OnDesk } from './desk.ts'
import { giveCookie, readCookie, takeCookie } from './desk-cookie.ts'
import { originForMember } from './origin.ts'
import type { KnownPasskey } from './passkey-store.ts'
import { seal, serverKey, unseal } from './secret-store.ts'
import { countOnce } from './throttle-store.ts'

/** What a passkey signs for: coming in, being added by one person, or an own proof within one session. */
export type Purpose = 'sign-in' | `add ${string}` | `prove ${string}`

const SECONDS = 300

/** What a browser sends of a passkey, in bounds. */
export const text = z.string().max(10_000)
export const credential = {
  id: text.min(1),
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
}
/** A passkey's answer to a challenge. */
export const signature = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.optional(),
  }),
})

/** The JSON of a request; null when it is none. */
export const bodyOf = (c: Context) => c.req.json<unknown>().catch(() => null)

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

/** The new counter when the signature is right, else null. */
export async function counterOf(
  c: Context<OnDesk>,
  response: AuthenticationResponseJSON,
  challenge: string,
  passkey: KnownPasskey,
) {
  const { origin, host } = siteOf(c)
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
      credential: passkey.credential,
      requireUserVerification: true,
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}
