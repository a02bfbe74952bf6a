import type { Context } from 'hono'
import { readEvaluations } from '../evaluation/evaluation-store.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { ThreadLinks } from '../orchestra/thread-links-view.tsx'
import { openEnds } from '../plan/loose-end.ts'
import { isOpen } from '../plan/plan.ts'
import { drawingFor, planAt } from '../plan/plan-desk.tsx'
import { planOfToday } from '../plan/plan-store.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { threadOf } from './thread.ts'
import { parseFilter } from './thread-filter.ts'
import { threadText } from './thread-text.ts'
import { ThreadView } from './thread-view.tsx'

/** /thread: the thread of today's plan; without a plan, where one is begun. */
export const threadOfTodayPage = {
  get: async (c: Context<OnDesk>) => {
    const { db, today } = deskOf(c)
    const id = await planOfToday(db, readerOf(c).actor, today)
    return c.redirect(id ? `/plan/${id}/thread` : '/plan', 303)
  },
}

/** /plan/:plan/thread: how everything hangs on the vision, whole or in part (`?line=`, `person`, `team`, `domain`, `loose`). */
export const threadPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const { db } = at.desk
    const d = await drawingFor(at)
    const before = isOpen(d.plan.phase) || d.plan.phase === 'decision'
    const evaluations = before ? [] : await readEvaluations(db, d.actor, at.plan)
    const { roster, ends } = d.sheet
    const thread = threadOf({
      plan: d.plan,
      roster,
      ends: d.plan.phase === 'archived' ? [] : openEnds(ends),
      evaluations,
    })
    const filter = parseFilter((name) => c.req.query(name), roster)
    const text = threadText(d.language)
    const title = text.titleYear(yearTitle(d.plan.schoolYear))
    return c.html(
      <Page shell={shellFrom(at.desk)} title={title} here="thread">
        <PageHead title={title} under={text.under}>
          <ThreadLinks href={d.href} here="thread" language={d.language} />
        </PageHead>
        <ThreadView {...{ d, thread, filter }} />
      </Page>,
    )
  },
}
