import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { isRefusal } from '../kernel/refusal.ts'
import { Page } from '../ui/page.tsx'
import { accountText } from './account-text.ts'
import { deskOf, type OnDesk, readerOf } from './desk.ts'
import { formFields } from './form-fields.ts'
import {
  dropSecondFactor,
  readSecondFactor,
  startSecondFactor,
  useSecondFactor,
} from './second-factor-store.ts'
import { DropFactorView, NewFactorView } from './second-factor-view.tsx'
import { isAskedForSecondFactor } from './session-may.ts'
import { shellFrom } from './shell.ts'
import { countOnce, forgetCount } from './throttle-store.ts'

/** Who has a second step to set; for others the page is not there. */
function actorWithFactor(c: Context<OnDesk>) {
  const { actor } = readerOf(c)
  if (!isAskedForSecondFactor(actor)) throw new HTTPException(404)
  return actor
}

async function factorPage(c: Context<OnDesk>, wrong = false) {
  const desk = deskOf(c)
  const { language } = desk
  const started = await startSecondFactor(desk.db, actorWithFactor(c), desk.house.now())
  const text = accountText(language)
  const view = isRefusal(started) ? (
    <DropFactorView {...{ language, wrong }} />
  ) : (
    <NewFactorView {...{ language, wrong }} {...started} />
  )
  return c.html(
    <Page shell={shellFrom(desk)} title={isRefusal(started) ? text.factorDrop : text.factorTitle}>
      {view}
    </Page>,
    wrong ? 422 : 200,
  )
}

/** /account/second-factor: on with a first code, off with another. */
export const secondFactorAccountPage = {
  get: (c: Context<OnDesk>) => factorPage(c),

  post: async (c: Context<OnDesk>) => {
    const { db, house } = deskOf(c)
    const actor = actorWithFactor(c)
    const now = house.now()
    const { code } = await formFields(c)
    if (await countOnce(db, 'second-factor', actor.personId, now)) return factorPage(c, true)
    const { state } = await readSecondFactor(db, actor)
    const act = state === 'confirmed' ? dropSecondFactor : useSecondFactor
    if (!(await act(db, actor, code, now))) return factorPage(c, true)
    await forgetCount(db, 'second-factor', actor.personId)
    return c.redirect(`/account?done=${state === 'confirmed' ? 'factor-off' : 'factor-on'}`, 303)
  },
}
