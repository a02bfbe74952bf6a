import type { Context } from 'hono'
import { cookieValue } from '../session/cookie.ts'
import type { Desk, House, OnDesk } from '../session/desk.ts'
import { languageFor } from '../session/language-choice.ts'
import { shellFrom } from '../session/shell.ts'
import type { Shell } from '../ui/shell.ts'
import { type ErrorStatus, errorText } from './error-text.ts'
import { ErrorView } from './error-view.tsx'

/** The page for what did not work, at any URL. `elsewhere`: a change that another website sent along. */
export function errorPage(c: Context<OnDesk>, house: House, status: ErrorStatus, elsewhere = false) {
  const shell = shellAt(c, house)
  const words = elsewhere ? errorText(shell.language).elsewhere : undefined
  return c.html(<ErrorView shell={shell} status={status} {...(words && { words })} />, status)
}

/** The frame of a page; before the desk is laid, or when that went wrong, the one for a visitor. */
function shellAt(c: Context<OnDesk>, house: House): Shell {
  const desk = c.get('desk') as Desk | undefined
  if (desk) return shellFrom(desk)
  const language = languageFor(
    null,
    cookieValue(c.req.header('cookie'), 'language'),
    c.req.header('accept-language'),
  )
  return { language, nonce: c.get('nonce'), assets: house.assets, nav: [], menu: [], who: null, school: null }
}
