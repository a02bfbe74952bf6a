import type { Context } from 'hono'
import { isRefusal } from '../kernel/refusal.ts'
import type { OnDesk } from '../session/desk.ts'
import { agreeTrack, givePlaces, withdrawAgreement } from './entry-store.ts'
import { cardOrNo, entryAt, planAt, planRefuses } from './plan-desk.tsx'
import { readRoster } from './roster-store.ts'
import { answerSupport } from './tie-store.ts'

/** Acts of one button on the plan page: each posts, and comes back to where it was. */

/** /plan/:plan/entry/:entry/agreed: its owner stands behind the text, or takes that back. */
export async function agreedFeed(c: Context<OnDesk>): Promise<Response> {
  const at = await planAt(c)
  const entry = entryAt(c, at.plan)
  const { db, now } = at.desk
  const agrees = (await c.req.formData()).get('agreed') === 'yes'
  const result = agrees
    ? await agreeTrack(db, at.reader.actor, at.plan, entry, now)
    : await withdrawAgreement(db, at.reader.actor, at.plan, entry)
  return cardOrNo(c, at, entry, result, agrees ? 'agreed' : 'withdrawn')
}

/** /plan/:plan/entry/:entry/support: who was asked to support joins in, or not now. */
export async function supportFeed(c: Context<OnDesk>): Promise<Response> {
  const at = await planAt(c)
  const entry = entryAt(c, at.plan)
  const agrees = (await c.req.formData()).get('agreed') === 'yes'
  const result = await answerSupport(at.desk.db, at.reader.actor, at.plan, entry, agrees, at.desk.now)
  return cardOrNo(c, at, entry, result, 'support')
}

/** /plan/:plan/places: a light track for each who has none. */
export async function placesFeed(c: Context<OnDesk>): Promise<Response> {
  const at = await planAt(c)
  const { db, now } = at.desk
  const given = await givePlaces(db, at.reader.actor, at.plan, await readRoster(db, at.reader.actor), now)
  return isRefusal(given) ? planRefuses(c, at, given) : c.redirect(`${at.href}?done=given#tracks`, 303)
}

/** An address that only takes posts, asked for by itself (a reload, another language): the plan it belongs to. */
export const toPlanFeed = async (c: Context<OnDesk>): Promise<Response> =>
  c.redirect((await planAt(c)).href, 303)
