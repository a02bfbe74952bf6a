import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { dayOf, longDay } from '../kernel/day.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import { KeptPieces } from './import-kept-view.tsx'
import { readKept, throwAway } from './import-store.ts'
import { importText } from './import-text.ts'
import { planAt } from './plan-desk.tsx'

/** /plan/:plan/import: what stood in the Word file and found no place in the plan, for who arranges it. */
export const importKeptPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const found = await readKept(at.desk.db, at.reader.actor, at.plan.id)
    if (!found) throw new HTTPException(404)
    const { language } = at.reader
    const day = longDay(dayOf(new Date(found.takenAt)), language)
    return c.html(
      <Page shell={shellFrom(at.desk)} title={importText(language).keptTitle} here="plan">
        <KeptPieces {...{ language, day, found }} href={at.href} />
      </Page>,
    )
  },

  /** Nothing of the file stays then but what is in the plan. */
  post: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const found = await readKept(at.desk.db, at.reader.actor, at.plan.id)
    if (!found) throw new HTTPException(404)
    await throwAway(at.desk.db, at.reader.actor, found.id)
    return c.redirect(at.href, 303)
  },
}
