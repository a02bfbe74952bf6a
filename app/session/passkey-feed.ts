import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Context } from 'hono'
import { z } from 'zod'
import { safePath } from '../ui/safe-href.ts'
import { deskOf, type OnDesk, readerOf } from './desk.ts'
import { giveCookie } from './desk-cookie.ts'
import { deviceOf } from './device.ts'
import {
  bodyOf,
  counterOf,
  credential,
  giveChallenge,
  signature,
  siteOf,
  takeChallenge,
  text,
} from './passkey-desk.ts'
import { addPasskey, enterByPasskey, findPasskey, ownPasskeys } from './passkey-store.ts'
import { OWN_DEVICE } from './session.ts'
import { networkBehind } from './sign-in-desk.tsx'
import { signInText } from './sign-in-text.ts'
import { countOnce } from './throttle-store.ts'

const creation = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
})
const entering = z.object({
  response: signature,
  to: z.string().max(2000).nullish(),
  shared: z.boolean().optional(),
})

/** EdDSA, ES256 and RS256: what phones and laptops make today. */
const ALGORITHMS = [-8, -7, -257]

const unknown = (c: Context<OnDesk>, status: 422 | 429 = 422) =>
  c.json({ sentence: signInText(deskOf(c).language).refused['passkey-unknown'] }, status)

/** POST /sign-in/passkey/options: what a browser needs to ask for a passkey. */
export async function passkeyOptionsFeed(c: Context<OnDesk>) {
  const options = await generateAuthenticationOptions({ rpID: siteOf(c).host, userVerification: 'required' })
  await giveChallenge(c, 'sign-in', options.challenge)
  return c.json(options)
}

/** POST /sign-in/passkey: comes in with a signature. Answers where to go. */
export async function passkeySignInFeed(c: Context<OnDesk>) {
  const { db, house } = deskOf(c)
  const now = house.now()
  const wait = await countOnce(db, 'wrong-from-network', networkBehind(c), now)
  if (wait) return unknown(c, 429)
  const given = entering.safeParse(await bodyOf(c))
  const challenge = await takeChallenge(c, 'sign-in')
  const passkey = given.success && challenge ? await findPasskey(db, given.data.response.id, now) : null
  if (!given.success || !challenge || !passkey) return unknown(c)
  const counter = await counterOf(c, given.data.response, challenge, passkey)
  if (counter === null) return unknown(c)
  const shared = given.data.shared ?? false
  const { token } = await enterByPasskey(
    db,
    passkey,
    { counter, device: deviceOf(c.req.header('user-agent')), shared },
    now,
  )
  giveCookie(c, house, 'session', token, shared ? null : OWN_DEVICE.whole / 1000)
  return c.json({ to: safePath(given.data.to) ?? '/' })
}

/** POST /account/passkeys/options: what a browser needs to make a passkey for who is signed in. */
export async function newPasskeyOptionsFeed(c: Context<OnDesk>) {
  const { actor, school } = readerOf(c)
  const own = await ownPasskeys(deskOf(c).db, actor)
  const options = await generateRegistrationOptions({
    rpName: 'Rode Draad',
    rpID: siteOf(c).host,
    userID: new TextEncoder().encode(actor.personId),
    userName: `${actor.name}, ${school.name}`,
    userDisplayName: actor.name,
    excludeCredentials: own.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    })),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await giveChallenge(c, `add ${actor.personId}`, options.challenge)
  return c.json(options)
}

/** POST /account/passkeys: keeps the passkey that the browser made. */
export async function newPasskeyFeed(c: Context<OnDesk>) {
  const { db, house } = deskOf(c)
  const { actor } = readerOf(c)
  const given = z.object({ response: creation }).safeParse(await bodyOf(c))
  const challenge = await takeChallenge(c, `add ${actor.personId}`)
  if (actor.demo || !given.success || !challenge) return c.json({}, 422)
  const made = await newCredential(c, given.data.response, challenge)
  const kept = made && (await addPasskey(db, actor, made, deviceOf(c.req.header('user-agent')), house.now()))
  return kept ? c.json({ to: '/account?done=passkey-added' }) : c.json({}, 422)
}

async function newCredential(c: Context<OnDesk>, response: RegistrationResponseJSON, challenge: string) {
  const { origin, host } = siteOf(c)
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    return registrationInfo?.credential ?? null
  } catch {
    return null
  }
}
