import type { Context } from 'hono'
import { queueMail } from '../post/mail-store.ts'
import { Page } from '../ui/page.tsx'
import { safePath } from '../ui/safe-href.ts'
import { deskOf, type OnDesk, readerOf } from './desk.ts'
import { giveCookie, readCookie, takeCookie } from './desk-cookie.ts'
import { formFields } from './form-fields.ts'
import { hasOwnProof, makeProofCode, type ProofWays, proofWays, proveByCode } from './own-proof-store.ts'
import { ownProofText } from './own-proof-text.ts'
import { type ProofDenied, type ProofSheet, ProofView } from './own-proof-view.tsx'
import { serverKey } from './secret-store.ts'
import { shellFrom } from './shell.ts'
import { parseCode } from './sign-in.ts'
import { networkBehind } from './sign-in-desk.tsx'
import { countOnce, forgetCount } from './throttle-store.ts'

/** /account/proof: shows within a session that it is the person: with a passkey, or with a code by mail. */
export const ownProofPage = {
  get: async (c: Context<OnDesk>) => {
    const to = safePath(c.req.query('to')) ?? '/account'
    if (await hasOwnProof(deskOf(c).db, readerOf(c).actor)) return c.redirect(to, 303)
    return proofPage(c, to, c.req.query('sent') === 'yes')
  },

  post: async (c: Context<OnDesk>) => {
    const fields = await formFields(c)
    const to = safePath(fields['to']) ?? '/account'
    return fields['act'] === 'open' ? open(c, to, fields['code']) : send(c, to)
  },
}

function mailOf(c: Context<OnDesk>, ways: ProofWays): ProofSheet['mail'] {
  if (readerOf(c).actor.demo) return 'demo'
  if (!deskOf(c).house.mailIsOn) return 'no-mail'
  if (ways.email === null) return 'no-address'
  return ways.addressFrom ? 'address-new' : 'on'
}

async function proofPage(c: Context<OnDesk>, to: string, sent: boolean, denied: ProofDenied | null = null) {
  const desk = deskOf(c)
  const { house, db, language } = desk
  const { actor } = readerOf(c)
  const ways = await proofWays(db, actor, house.now())
  const shown = actor.demo && sent ? parseCode(readCookie(c, house, 'shown')) : null
  const sheet: ProofSheet = {
    language,
    to,
    hasPasskey: ways.passkeys.length > 0,
    passkeyFrom: ways.passkeyFrom,
    mail: mailOf(c, ways),
    addressFrom: ways.addressFrom,
    email: ways.email,
    sent,
    shown,
    denied,
  }
  c.header('cache-control', 'no-store')
  if (denied?.wait) c.header('retry-after', String(denied.wait))
  return c.html(
    <Page shell={shellFrom(desk)} title={ownProofText(language).title}>
      <ProofView sheet={sheet} />
    </Page>,
    denied ? (denied.wait ? 429 : 422) : 200,
  )
}

/** Mails a code to the person's own address; in the demo school, from which nothing is mailed, it is shown. */
async function send(c: Context<OnDesk>, to: string) {
  const { house, db } = deskOf(c)
  const { actor } = readerOf(c)
  const now = house.now()
  const ways = await proofWays(db, actor, now)
  const mail = mailOf(c, ways)
  if (mail !== 'on' && mail !== 'demo') return proofPage(c, to, false, { reason: 'no-mail' })
  const about = mail === 'on' ? (ways.email ?? '') : actor.sessionId
  const wait =
    (await countOnce(db, 'code-from-network', networkBehind(c), now)) ??
    (await countOnce(db, 'code-for-address', about, now))
  if (wait) return proofPage(c, to, false, { reason: 'too-many-requests', wait })
  const code = await makeCode(c, mail === 'on' ? ways.email : null)
  if (mail === 'demo') giveCookie(c, house, 'shown', code, 900)
  return c.redirect(`/account/proof?to=${encodeURIComponent(to)}&sent=yes`, 303)
}

async function makeCode(c: Context<OnDesk>, email: string | null): Promise<string> {
  const { house, db, language } = deskOf(c)
  const { actor } = readerOf(c)
  const now = house.now()
  const key = await serverKey(db)
  return db.write(actor, async (sql, tx) => {
    const { code, expiresAt } = await makeProofCode(sql, actor, key, now)
    if (email === null) return code
    const text = ownProofText(language)
    const letter = { kind: 'own-proof', to: email, subject: text.subject, body: text.letter(code) }
    const { schoolId, personId } = actor
    await queueMail(tx, { ...letter, schoolId, personId, usefulUntil: expiresAt }, now)
    return code
  })
}

/** Counts the try before it looks, as signing in does. */
async function open(c: Context<OnDesk>, to: string, typed: string | undefined) {
  const { house, db } = deskOf(c)
  const { actor } = readerOf(c)
  const now = house.now()
  const about = `proof ${actor.sessionId}`
  const network = await countOnce(db, 'wrong-from-network', networkBehind(c), now)
  if (network) return proofPage(c, to, true, { reason: 'too-many-requests', wait: network })
  const wait = await countOnce(db, 'try-of-code', about, now)
  if (wait) return proofPage(c, to, true, { reason: 'too-many-tries', wait })
  const code = parseCode(typed)
  if (!code || !(await proveByCode(db, actor, code, now)))
    return proofPage(c, to, true, { reason: 'wrong-code' })
  await forgetCount(db, 'try-of-code', about)
  if (actor.demo) takeCookie(c, house, 'shown')
  return c.redirect(to, 303)
}
