import type { Context } from 'hono'
import { parseAddress } from '../post/mail.ts'
import { askCode } from './ask-code-desk.ts'
import { deskOf, type OnDesk } from './desk.ts'
import { giveCookie, readCookie } from './desk-cookie.ts'
import { formFields } from './form-fields.ts'
import { originForMail } from './origin.ts'
import { PasskeyButton } from './passkey-view.tsx'
import { parseToken } from './secret-store.ts'
import { LINK_LASTS, parseCode } from './sign-in.ts'
import { chosen, comeIn, frontPage, goingOf, networkBehind, stepPath } from './sign-in-desk.tsx'
import { type Candidate, peopleByCode } from './sign-in-store.ts'
import { signInText } from './sign-in-text.ts'
import { AskCodeView, ChooseView, CodeView, type Denied, type Going } from './sign-in-view.tsx'
import { atSteadyPace } from './steady-pace.ts'
import { countOnce, forgetCount } from './throttle-store.ts'

function askPage(c: Context<OnDesk>, going: Going, address = '', denied: Denied | null = null) {
  const { language, house } = deskOf(c)
  const text = signInText(language)
  const more = <PasskeyButton act="sign-in" label={text.byPasskey} failed={text.passkeyFailed} />
  return frontPage(
    c,
    signInText(language).title,
    denied,
    <AskCodeView {...{ language, denied, going, address, more }} mailIsOn={house.mailIsOn} />,
  )
}

/** /sign-in: who are you? */
export const signInPage = {
  get: (c: Context<OnDesk>) => {
    const going = goingOf({ to: c.req.query('to') })
    return deskOf(c).reader ? c.redirect(going.to ?? '/', 303) : askPage(c, going)
  },

  post: async (c: Context<OnDesk>) => {
    const { house, db, language } = deskOf(c)
    const fields = await formFields(c)
    const going = goingOf(fields)
    const address = parseAddress(fields['address'])
    if (!address) return askPage(c, going, fields['address'], { reason: 'no-address' })
    const now = house.now()
    const wait =
      (await countOnce(db, 'code-from-network', networkBehind(c), now)) ??
      (await countOnce(db, 'code-for-address', address, now))
    if (wait) return askPage(c, going, address, { reason: 'too-many-requests', wait })
    const origin = originForMail(house.baseUrl, c.req.header('host'))
    const challenge = await atSteadyPace(askCode(db, { address, language, origin }, now))
    giveCookie(c, house, 'sign-in', challenge, LINK_LASTS.mail / 1000)
    return c.redirect(stepPath('code', going), 303)
  },
}

function codePage(c: Context<OnDesk>, going: Going, denied: Denied | null = null) {
  const { language, house } = deskOf(c)
  return frontPage(
    c,
    signInText(language).codeTitle,
    denied,
    <CodeView {...{ language, denied, going }} mailIsOn={house.mailIsOn} />,
  )
}

const challengeOf = (c: Context<OnDesk>) => parseToken(readCookie(c, deskOf(c).house, 'sign-in'))

/** /sign-in/code: the six digits from the message. */
export const signInCodePage = {
  get: (c: Context<OnDesk>) => {
    const going = goingOf(c.req.query())
    return challengeOf(c) ? codePage(c, going) : c.redirect('/sign-in', 303)
  },

  post: async (c: Context<OnDesk>) => {
    const fields = await formFields(c)
    const going = goingOf(fields)
    const challenge = challengeOf(c)
    if (!challenge) return askPage(c, going, '', { reason: 'no-code-asked' })
    const tried = await tryCode(c, challenge, fields['code'])
    if ('reason' in tried) return codePage(c, going, tried)
    const who = chosen(tried.people, fields['person'])
    if (!who) return choosePage(c, going, tried)
    const inside = await comeIn(c, { who, by: { challenge }, way: 'code' }, going)
    return inside ?? askPage(c, going, '', { reason: 'link-is-over' })
  },
}

type Tried = { readonly code: string; readonly people: readonly Candidate[] }

/** Counts the try before it looks, so that a hundred tries at once are a hundred tries. */
async function tryCode(
  c: Context<OnDesk>,
  challenge: string,
  typed: string | undefined,
): Promise<Tried | Denied> {
  const { db, house } = deskOf(c)
  const now = house.now()
  const network = networkBehind(c)
  const wait = await countOnce(db, 'wrong-from-network', network, now)
  if (wait) return { reason: 'too-many-requests', wait }
  if (await countOnce(db, 'try-of-code', challenge, now)) return { reason: 'too-many-tries' }
  const code = parseCode(typed)
  const people = code ? await peopleByCode(db, challenge, code, now) : []
  if (!code || people.length === 0) return { reason: 'wrong-code' }
  await forgetCount(db, 'try-of-code', challenge)
  return { code, people }
}

function choosePage(c: Context<OnDesk>, going: Going, { code, people }: Tried) {
  const { language } = deskOf(c)
  const view = <ChooseView {...{ language, going, people }} action="/sign-in/code" along={{ code }} />
  return frontPage(c, signInText(language).chooseTitle, null, view)
}
