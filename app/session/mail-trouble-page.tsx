import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { dropLetter, lettersInTrouble, sendAgain } from '../post/mail-trouble-store.ts'
import { Page } from '../ui/page.tsx'
import { hasRole } from './actor.ts'
import { deskOf, type OnDesk, readerOf } from './desk.ts'
import { formFields } from './form-fields.ts'
import { mailTroubleText } from './mail-trouble-text.ts'
import { MailTroubleView } from './mail-trouble-view.tsx'
import { shellFrom } from './shell.ts'

function administratorOf(c: Context<OnDesk>) {
  const { actor } = readerOf(c)
  if (!hasRole(actor, 'administrator')) throw new HTTPException(403)
  return actor
}

/** /settings/mail: what could not be sent, for administrators. */
export const mailTroublePage = {
  get: async (c: Context<OnDesk>) => {
    const desk = deskOf(c)
    const { language } = desk
    const letters = await lettersInTrouble(desk.db, administratorOf(c), desk.house.now())
    return c.html(
      <Page shell={shellFrom(desk)} title={mailTroubleText(language).title}>
        <MailTroubleView {...{ language, letters }} />
      </Page>,
    )
  },

  post: async (c: Context<OnDesk>) => {
    const { db, house } = deskOf(c)
    const actor = administratorOf(c)
    const { id, act } = await formFields(c)
    const letter = parseId<'mail'>(id)
    const done =
      letter &&
      (act === 'again'
        ? await sendAgain(db, actor, letter, house.now())
        : await dropLetter(db, actor, letter))
    if (!done) throw new HTTPException(404)
    return c.redirect('/settings/mail', 303)
  },
}
