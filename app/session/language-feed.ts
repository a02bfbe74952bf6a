import type { Context } from 'hono'
import { isLanguage } from '../kernel/language.ts'
import { safePath } from '../ui/safe-href.ts'
import { chooseLanguage } from './account-store.ts'
import { deskOf, type OnDesk } from './desk.ts'
import { formFields } from './form-fields.ts'

const YEAR = 365 * 86_400

/** POST /language: the other language, for this browser and for who is signed in. */
export async function languageFeed(c: Context<OnDesk>) {
  const { db, house, reader } = deskOf(c)
  const { language, back } = await formFields(c)
  if (isLanguage(language)) {
    // Visitors of the demo share its people: there the choice stays in the browser.
    if (reader && !reader.actor.demo) await chooseLanguage(db, reader.actor, language, house.now())
    c.header('set-cookie', `language=${language}; Path=/; Max-Age=${YEAR}; SameSite=Lax`, { append: true })
  }
  return c.redirect(safePath(back) ?? '/', 303)
}
