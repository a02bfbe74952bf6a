import type { Context } from 'hono'
import { deskOf, type OnDesk } from './desk.ts'
import { sessionOf } from './desk-middleware.ts'
import { formFields } from './form-fields.ts'
import { useSecondFactor } from './second-factor-store.ts'
import { completeSession, type OpenSession } from './session-store.ts'
import { frontPage, goingOf, letIn } from './sign-in-desk.tsx'
import { signInText } from './sign-in-text.ts'
import { type Denied, type Going, SecondFactorView } from './sign-in-view.tsx'
import { countOnce, forgetCount } from './throttle-store.ts'

/** The session that came as far as the first factor. */
async function halfOpen(c: Context<OnDesk>): Promise<OpenSession | null> {
  const { house } = deskOf(c)
  const session = await sessionOf(c, house, house.now())
  return session?.waitsFor === 'second-factor' ? session : null
}

function factorPage(c: Context<OnDesk>, going: Going, denied: Denied | null = null) {
  const { language } = deskOf(c)
  const view = <SecondFactorView {...{ language, denied, going }} />
  return frontPage(c, signInText(language).factorTitle, denied, view)
}

async function wrong(
  c: Context<OnDesk>,
  session: OpenSession,
  code: string | undefined,
): Promise<Denied | null> {
  const { db, house } = deskOf(c)
  const now = house.now()
  const wait = await countOnce(db, 'second-factor', session.personId, now)
  if (wait) return { reason: 'too-many-tries', wait }
  if (!(await useSecondFactor(db, session, code, now))) return { reason: 'wrong-second-factor' }
  await forgetCount(db, 'second-factor', session.personId)
  return null
}

/** /sign-in/second-factor: the code of the app, for who has confirmed one. */
export const secondFactorPage = {
  get: async (c: Context<OnDesk>) =>
    (await halfOpen(c)) ? factorPage(c, goingOf(c.req.query())) : c.redirect('/sign-in', 303),

  post: async (c: Context<OnDesk>) => {
    const { db, house } = deskOf(c)
    const session = await halfOpen(c)
    if (!session) return c.redirect('/sign-in', 303)
    const fields = await formFields(c)
    const going = { ...goingOf(fields), shared: session.shared }
    const denied = await wrong(c, session, fields['code'])
    if (denied) return factorPage(c, going, denied)
    const token = await db.write(session, (sql) => completeSession(sql, session, house.now()))
    return letIn(c, { token, waitsFor: null }, going)
  },
}
