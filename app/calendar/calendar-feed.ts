import type { Context } from 'hono'
import { deskOf, type OnDesk } from '../session/desk.ts'
import { originForMember } from '../session/origin.ts'
import { networkBehind } from '../session/sign-in-desk.tsx'
import { countOnce, waitFor } from '../session/throttle-store.ts'
import { answerFor } from './feed-answer-desk.ts'
import { waitOf } from './feed-pace-desk.ts'
import { feedByToken } from './feed-store.ts'

/** /feeds/:file: a feed for calendar programs, at its secret address and without a session. */
export async function calendarFeed(c: Context<OnDesk>): Promise<Response> {
  const { db, house } = deskOf(c)
  const now = house.now()
  const feed = await feedByToken(db, (c.req.param('file') ?? '').replace(/\.ics$/, ''))
  if (feed === null) return wrongAddress(c)
  const paced = waitOf(feed.id, now)
  if (paced !== null) return tooMany(paced)
  const origin = originForMember(house.baseUrl, c.req.header('host'))
  const answer = await answerFor(db, feed, origin, now)
  if (answer === null) return nothingHere()
  return isSame(c.req.header('if-none-match'), answer.etag)
    ? c.body(null, 304, headersWith(answer.etag))
    : c.body(answer.body, 200, headersWith(answer.etag))
}

/** Who asks for what is not there is held back; who has a right address never is, whoever else asks from there. */
async function wrongAddress(c: Context<OnDesk>): Promise<Response> {
  const { db, house } = deskOf(c)
  const [network, now] = [networkBehind(c), house.now()]
  const wait = await waitFor(db, 'wrong-feed-from-network', network, now)
  if (wait !== null) return tooMany(wait)
  await countOnce(db, 'wrong-feed-from-network', network, now)
  return nothingHere()
}

/** Kept by nobody on the way, not found by search engines, and the address goes along to no other site. */
const headersWith = (etag: string) => ({
  'content-type': 'text/calendar; charset=utf-8',
  'content-disposition': 'inline; filename="rode-draad.ics"',
  'cache-control': 'private, no-cache',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
  etag,
})

const isSame = (asked: string | undefined, etag: string) =>
  asked !== undefined &&
  asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''))

/** The same answer for an address that never was and for one that was stopped. */
const nothingHere = () =>
  new Response('Geen agenda hier. No calendar here.\n', { status: 404, headers: PLAIN })

const tooMany = (seconds: number) =>
  new Response('Te vaak gevraagd. Asked too often.\n', {
    status: 429,
    headers: { ...PLAIN, 'retry-after': String(seconds) },
  })

const PLAIN = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
}
