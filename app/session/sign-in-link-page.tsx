import type { Context } from 'hono'
import { deskOf, type OnDesk } from './desk.ts'
import { formFields } from './form-fields.ts'
import { parseToken } from './secret-store.ts'
import type { SignInWay } from './session.ts'
import type { LinkKind } from './sign-in.ts'
import { chosen, comeIn, frontPage, goingOf, networkBehind } from './sign-in-desk.tsx'
import { findLink, type OpenLink } from './sign-in-store.ts'
import { signInText } from './sign-in-text.ts'
import { LinkOverView, LinkView } from './sign-in-view.tsx'
import { countOnce } from './throttle-store.ts'

const WAY: Record<LinkKind, SignInWay> = { mail: 'link', shown: 'shown', invitation: 'invitation' }

type Opened = { readonly token: string; readonly link: OpenLink }

/** The link of this address, if it still opens anything; who tries many wrong ones hears 'over' for all. */
async function opened(c: Context<OnDesk>): Promise<Opened | null> {
  const { db, house } = deskOf(c)
  const now = house.now()
  const token = parseToken(c.req.param('token'))
  const link = token && (await findLink(db, token, now))
  if (token && link) return { token, link }
  await countOnce(db, 'wrong-from-network', networkBehind(c), now)
  return null
}

function overPage(c: Context<OnDesk>) {
  const { language } = deskOf(c)
  return frontPage(c, signInText(language).overTitle, null, <LinkOverView language={language} />, 410)
}

/** /sign-in/link/:token: the link from a message or a screen. Opening it changes nothing. */
export const signInLinkPage = {
  get: async (c: Context<OnDesk>) => {
    // The token stands in the address: no other site may hear it. Not 'no-referrer', since then a browser without
    // script posts the form with 'Origin: null', which is refused.
    c.header('referrer-policy', 'same-origin')
    const found = await opened(c)
    if (!found) return overPage(c)
    const { language } = deskOf(c)
    const { kind, people, madeBy } = found.link
    const text = signInText(language)
    const title = kind === 'invitation' ? text.accept : text.title
    const view = <LinkView {...{ language, kind, people, madeBy }} action={`/sign-in/link/${found.token}`} />
    return frontPage(c, title, null, view)
  },

  post: async (c: Context<OnDesk>) => {
    const found = await opened(c)
    const fields = await formFields(c)
    const who = found && chosen(found.link.people, fields['person'])
    if (!who) return overPage(c)
    const way = WAY[found.link.kind]
    return (await comeIn(c, { who, by: { link: found.token }, way }, goingOf(fields))) ?? overPage(c)
  },
}
