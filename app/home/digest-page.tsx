import type { Context } from 'hono'
import { parseId } from '../kernel/id.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { frontPage } from '../session/sign-in-desk.tsx'
import { isProof } from './digest-link-desk.ts'
import { chooseLetters, personNamed, turnOffLetters } from './digest-store.ts'
import { digestText } from './digest-text.ts'
import { DigestOffView, DigestOverView, letterField } from './digest-view.tsx'
import { isLetterKind, LETTER_KINDS } from './letter-kind.ts'

/**
 * /digest/:person/:token: turning the morning letter off, or one kind of line in it (`?kind=`), by the link in it and
 * without signing in. A mail program does it with one post (RFC 8058).
 */
export const digestOffPage = {
  get: async (c: Context<OnDesk>) => answer(c, c.req.query('kind'), false),
  post: async (c: Context<OnDesk>) => answer(c, (await formFields(c))['kind'] ?? c.req.query('kind'), true),
}

async function answer(c: Context<OnDesk>, asked: string | undefined, turnsOff: boolean) {
  const { db, language, now } = deskOf(c)
  // The proof stands in the address: no other site may hear it.
  c.header('referrer-policy', 'same-origin')
  const title = digestText(language).offTitle
  const id = parseId<'person'>(c.req.param('person'))
  const token = c.req.param('token') ?? ''
  const who = id && (await isProof(db, id, token)) ? await personNamed(db, id) : null
  if (!who) return frontPage(c, title, null, <DigestOverView language={language} />, 410)
  const what = isLetterKind(asked) ? asked : 'all'
  if (turnsOff) await turnOffLetters(db, who, what, now)
  const action = `/digest/${who.personId}/${token}`
  const view = <DigestOffView {...{ language, action, what }} name={who.name} done={turnsOff} />
  return frontPage(c, title, null, view)
}

/** POST /account/digest: which kinds come by mail, for who is signed in. */
export async function digestChoiceFeed(c: Context<OnDesk>) {
  const { db, now } = deskOf(c)
  const fields = await formFields(c)
  const wanted = LETTER_KINDS.filter((kind) => fields[letterField(kind)] === 'yes')
  await chooseLetters(db, readerOf(c).actor, wanted, now)
  return c.redirect('/account?letters=saved#digest', 303)
}
