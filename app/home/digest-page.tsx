import type { Context } from 'hono'
import { parseId } from '../kernel/id.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { frontPage } from '../session/sign-in-desk.tsx'
import { isProof } from './digest-link-desk.ts'
import { chooseDigest, personNamed } from './digest-store.ts'
import { digestText } from './digest-text.ts'
import { DigestOffView, DigestOverView } from './digest-view.tsx'

/** /digest/:person/:token: turning the daily letter off, by the link in it, without signing in. */
export const digestOffPage = {
  get: async (c: Context<OnDesk>) => answer(c, false),
  post: async (c: Context<OnDesk>) => answer(c, true),
}

async function answer(c: Context<OnDesk>, turnsOff: boolean) {
  const { db, language, now } = deskOf(c)
  // The proof stands in the address: no other site may hear it.
  c.header('referrer-policy', 'same-origin')
  const title = digestText(language).offTitle
  const id = parseId<'person'>(c.req.param('person'))
  const token = c.req.param('token') ?? ''
  const who = id && (await isProof(db, id, token)) ? await personNamed(db, id) : null
  if (!who) return frontPage(c, title, null, <DigestOverView language={language} />, 410)
  if (turnsOff) await chooseDigest(db, who, false, now)
  const action = `/digest/${who.personId}/${token}`
  const view = <DigestOffView {...{ language, action }} name={who.name} done={turnsOff} />
  return frontPage(c, title, null, view)
}

/** POST /account/digest: off or on, for who is signed in. */
export async function digestChoiceFeed(c: Context<OnDesk>) {
  const { db, now } = deskOf(c)
  const { on } = await formFields(c)
  await chooseDigest(db, readerOf(c).actor, on === 'yes', now)
  return c.redirect('/account#digest', 303)
}
