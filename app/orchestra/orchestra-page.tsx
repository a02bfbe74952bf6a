import type { Context } from 'hono'
import { yearTitle } from '../kernel/school-year.ts'
import { drawingFor, planAt } from '../plan/plan-desk.tsx'
import { readTeam } from '../school/team-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { isGrouping, orchestraOf } from './orchestra.ts'
import { orchestraText } from './orchestra-text.ts'
import { OrchestraView } from './orchestra-view.tsx'
import { ThreadLinks } from './thread-links-view.tsx'

/** /plan/:plan/orchestra: everyone with what they learn this year, by section or learning team (`?by=`). */
export const orchestraPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const d = await drawingFor(at)
    const asked = c.req.query('by')
    const by = isGrouping(asked) ? asked : 'section'
    const desks = orchestraOf(d.plan, d.sheet.roster, await readTeam(at.desk.db, d.actor), by)
    const text = orchestraText(d.language)
    const title = text.titleYear(yearTitle(d.plan.schoolYear))
    return c.html(
      <Page shell={shellFrom(at.desk)} title={title} here="thread">
        <PageHead title={title} under={text.under}>
          <ThreadLinks href={d.href} here="orchestra" language={d.language} />
        </PageHead>
        <OrchestraView {...{ d, desks, by }} />
      </Page>,
    )
  },
}
