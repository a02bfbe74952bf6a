import type { Context } from 'hono'
import { parseId } from '../kernel/id.ts'
import { Page } from '../ui/page.tsx'
import { accountPiecesOf } from './account-slot-desk.ts'
import { accountText } from './account-text.ts'
import { AccountView } from './account-view.tsx'
import { deskOf, type OnDesk, readerOf } from './desk.ts'
import { formFields } from './form-fields.ts'
import { linksForMe } from './link-store.ts'
import { ownPasskeys, removePasskey } from './passkey-store.ts'
import { PasskeyButton } from './passkey-view.tsx'
import { readSecondFactor } from './second-factor-store.ts'
import { isAskedForSecondFactor } from './session-may.ts'
import { ownSessions, revokeOthers, revokeSession } from './session-store.ts'
import { shellFrom } from './shell.ts'

/** What was just done, from the address: only words of our own. */
function noticeOf(c: Context<OnDesk>) {
  const { done } = accountText(deskOf(c).language)
  const key = c.req.query('done') ?? ''
  return Object.hasOwn(done, key) ? { kind: 'good' as const, text: done[key as keyof typeof done] } : null
}

/** /account: my sessions, passkeys, second step, language and the links that others made for me. */
export const accountPage = {
  get: async (c: Context<OnDesk>) => {
    const desk = deskOf(c)
    const { db, house, language } = desk
    const { actor, school } = readerOf(c)
    const text = accountText(language)
    const sessions = await ownSessions(db, actor, house.now())
    const factor = isAskedForSecondFactor(actor) ? await readSecondFactor(db, actor) : null
    const passkeys = actor.demo ? null : await ownPasskeys(db, actor)
    const links = await linksForMe(db, actor)
    const add = (
      <PasskeyButton
        act="add"
        label={text.addPasskey}
        failed={text.passkeyFailed}
        without={text.passkeyNeedsScript}
      />
    )
    return c.html(
      <Page shell={shellFrom(desk, noticeOf(c))} title={text.title}>
        <AccountView
          {...{ language, sessions, factor, passkeys, links }}
          path="/account"
          name={actor.name}
          school={school.name}
          addPasskey={add}
          more={await accountPiecesOf(desk, readerOf(c))}
        />
      </Page>,
    )
  },
}

/** POST /account/sessions: ends one session, or all but this one. */
export async function endSessionsFeed(c: Context<OnDesk>) {
  const { db, house } = deskOf(c)
  const { actor } = readerOf(c)
  const { end } = await formFields(c)
  if (end === 'others') {
    await revokeOthers(db, actor, house.now())
    return c.redirect('/account?done=others-ended', 303)
  }
  const id = parseId<'session'>(end)
  if (!id || !(await revokeSession(db, actor, id, house.now()))) return c.notFound()
  return c.redirect('/account?done=ended', 303)
}

/** POST /account/passkeys/remove */
export async function removePasskeyFeed(c: Context<OnDesk>) {
  const id = parseId<'passkey'>((await formFields(c))['id'])
  if (!id || !(await removePasskey(deskOf(c).db, readerOf(c).actor, id))) return c.notFound()
  return c.redirect('/account?done=passkey-removed', 303)
}
