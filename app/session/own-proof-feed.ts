import { generateAuthenticationOptions } from '@simplewebauthn/server'
import type { Context } from 'hono'
import { z } from 'zod'
import { safePath } from '../ui/safe-href.ts'
import { deskOf, type OnDesk, readerOf } from './desk.ts'
import { proofWays, proveByPasskey } from './own-proof-store.ts'
import { ownProofText } from './own-proof-text.ts'
import { bodyOf, counterOf, giveChallenge, signature, siteOf, takeChallenge } from './passkey-desk.ts'
import { findPasskey } from './passkey-store.ts'
import { networkBehind } from './sign-in-desk.tsx'
import { countOnce } from './throttle-store.ts'

const proving = z.object({ response: signature, to: z.string().max(2000).nullish() })

const unknown = (c: Context<OnDesk>, status: 422 | 429 = 422) =>
  c.json({ sentence: ownProofText(deskOf(c).language).refused['passkey-unknown'] }, status)

const purposeOf = (c: Context<OnDesk>) => `prove ${readerOf(c).actor.sessionId}` as const

/** POST /account/proof/passkey/options: asks for one of the person's own passkeys. */
export async function ownProofOptionsFeed(c: Context<OnDesk>) {
  const { db, house } = deskOf(c)
  const { passkeys } = await proofWays(db, readerOf(c).actor, house.now())
  const allowCredentials = passkeys.map(({ credentialId, transports }) => ({
    id: credentialId,
    transports: [...transports],
  }))
  const options = await generateAuthenticationOptions({
    rpID: siteOf(c).host,
    userVerification: 'required',
    allowCredentials,
  })
  await giveChallenge(c, purposeOf(c), options.challenge)
  return c.json(options)
}

/** POST /account/proof/passkey: lays the proof on this session. Answers where to go. */
export async function ownProofFeed(c: Context<OnDesk>) {
  const { db, house } = deskOf(c)
  const { actor } = readerOf(c)
  const now = house.now()
  if (await countOnce(db, 'wrong-from-network', networkBehind(c), now)) return unknown(c, 429)
  const given = proving.safeParse(await bodyOf(c))
  const challenge = await takeChallenge(c, purposeOf(c))
  const known = given.success && challenge ? await findPasskey(db, given.data.response.id, now) : null
  if (!given.success || !challenge || known?.personId !== actor.personId) return unknown(c)
  const { passkeys } = await proofWays(db, actor, now)
  if (!passkeys.some(({ id }) => id === known.id)) return unknown(c)
  const counter = await counterOf(c, given.data.response, challenge, known)
  if (counter === null) return unknown(c)
  await proveByPasskey(db, actor, known, counter, now)
  return c.json({ to: safePath(given.data.to) ?? '/account' })
}
