import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type PersonId, parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { Page } from '../ui/page.tsx'
import { tellOfReset } from './account-letter-desk.ts'
import { accountText } from './account-text.ts'
import { deskOf, type OnDesk, readerOf } from './desk.ts'
import { giveCookie, readCookie, takeCookie } from './desk-cookie.ts'
import { formFields } from './form-fields.ts'
import { HelpInView } from './help-in-view.tsx'
import { makeShownLink, nameOfColleague } from './link-store.ts'
import { originForMember } from './origin.ts'
import { resetSecondFactor } from './second-factor-store.ts'
import { parseToken } from './secret-store.ts'
import { mayHelpIn } from './session-may.ts'
import { shellFrom } from './shell.ts'
import { countOnce } from './throttle-store.ts'

type Helped = { readonly personId: PersonId; readonly name: string; readonly path: string }

/** The colleague of this address, for who may help; anybody else finds nothing here. */
async function helped(c: Context<OnDesk>): Promise<Helped> {
  const { actor } = readerOf(c)
  const personId = parseId<'person'>(c.req.param('personId'))
  const name = personId && (await nameOfColleague(deskOf(c).db, actor, personId))
  if (!personId || !name) throw new HTTPException(404)
  if (!mayHelpIn(actor, personId).may) throw new HTTPException(403)
  return { personId, name, path: `/account/help/${personId}` }
}

function saidOf(c: Context<OnDesk>, name: string) {
  const text = accountText(deskOf(c).language)
  const said = { reset: text.helpDone(name), nothing: text.helpNothing(name), wait: text.helpWait }
  const key = c.req.query('said') ?? ''
  return Object.hasOwn(said, key) ? said[key as keyof typeof said] : null
}

/** The link made a moment ago waits in a cookie of this browser, to be shown once. */
function linkMadeJustNow(c: Context<OnDesk>) {
  const { house } = deskOf(c)
  const token = parseToken(readCookie(c, house, 'shown'))
  if (!token) return null
  takeCookie(c, house, 'shown')
  return `${originForMember(house.baseUrl, c.req.header('host'))}/sign-in/link/${token}`
}

/** /account/help/:personId: an administrator helps a colleague in. */
export const helpInPage = {
  get: async (c: Context<OnDesk>) => {
    const desk = deskOf(c)
    const { name, path } = await helped(c)
    const { language } = desk
    c.header('cache-control', 'no-store')
    const view = (
      <HelpInView {...{ language, name }} action={path} link={linkMadeJustNow(c)} said={saidOf(c, name)} />
    )
    return c.html(
      <Page shell={shellFrom(desk)} title={accountText(language).helpTitle(name)}>
        {view}
      </Page>,
    )
  },

  post: async (c: Context<OnDesk>) => {
    const { db, house } = deskOf(c)
    const { actor } = readerOf(c)
    const { personId, path } = await helped(c)
    const now = house.now()
    const { act } = await formFields(c)
    if (act === 'factor') {
      const reset = await resetSecondFactor(db, actor, personId, tellOfReset, now)
      return c.redirect(`${path}?said=${reset ? 'reset' : 'nothing'}`, 303)
    }
    if (await countOnce(db, 'shown-link', actor.schoolId, now)) return c.redirect(`${path}?said=wait`, 303)
    const made = await makeShownLink(db, actor, personId, now)
    if (isRefusal(made)) throw new HTTPException(404)
    giveCookie(c, house, 'shown', made.token, 60)
    return c.redirect(path, 303)
  },
}
