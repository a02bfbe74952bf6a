import type { Context, MiddlewareHandler } from 'hono'
import { dayOf, momentOf } from '../kernel/day.ts'
import { termsFor } from '../kernel/language.ts'
import { parseTheme } from '../ui/shell.ts'
import { cookieValue } from './cookie.ts'
import type { Desk, House, OnDesk } from './desk.ts'
import { readCookie } from './desk-cookie.ts'
import { languageFor } from './language-choice.ts'
import { parseToken } from './secret-store.ts'
import { findMember, findSession, keepSession, type OpenSession } from './session-store.ts'

/** Lays the desk: whose cookie this is, in which school, in which language. Two reads for a member, none without a cookie. */
export function deskMiddleware(house: House): MiddlewareHandler<OnDesk> {
  return async (c, next) => {
    const now = house.now()
    const session = await sessionOf(c, house, now)
    const found = session && !session.waitsFor ? await findMember(house.db, session, now) : null
    if (session && found) await keepSession(house.db, session, now)
    const cookies = c.req.header('cookie')
    const language = languageFor(
      found?.language ?? null,
      cookieValue(cookies, 'language'),
      c.req.header('accept-language'),
    )
    c.set('desk', {
      ...visit(c, house, now),
      theme: parseTheme(cookieValue(cookies, 'theme')),
      language,
      reader: found && {
        actor: found.actor,
        school: found.school,
        language,
        terms: termsFor(language, found.school.coordinatorWord, found.school.teacherWord),
      },
    })
    await next()
  }
}

const visit = (
  c: Context<OnDesk>,
  house: House,
  now: Date,
): Pick<Desk, 'house' | 'db' | 'now' | 'today' | 'nonce' | 'path'> => ({
  house,
  db: house.db,
  now: momentOf(now),
  today: dayOf(now),
  nonce: c.get('nonce') ?? '',
  path: pathOf(c),
})

/** Path and question as the browser shows them. */
function pathOf(c: Context<OnDesk>) {
  const start = c.req.url.indexOf('/', c.req.url.indexOf('//') + 2)
  return start < 0 ? '/' : c.req.url.slice(start)
}

/** The session of this request's cookie, also one that still waits for the second factor. */
export async function sessionOf(c: Context<OnDesk>, house: House, now: Date): Promise<OpenSession | null> {
  const token = parseToken(readCookie(c, house, 'session'))
  return token ? findSession(house.db, token, now) : null
}

/** Only members come past: a visitor goes to the sign-in page and from there back to where they wanted to be. */
export const membersOnly: MiddlewareHandler<OnDesk> = async (c, next) => {
  if (c.get('desk').reader) return next()
  if (c.req.method === 'GET' || c.req.method === 'HEAD')
    return c.redirect(signInPath(c.get('desk').path), 303)
  // A script that saves while somebody types must hear that nothing was saved; a form goes to the sign-in page.
  if (!(c.req.header('accept') ?? '').includes('text/html')) return c.body(null, 401)
  return c.redirect('/sign-in', 303)
}

const signInPath = (to: string) => (to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`)
