import type { Context } from 'hono'
import { yearTitle } from '../kernel/school-year.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { drawingFor, planAt } from './plan-desk.tsx'
import { yearOverviewText } from './year-overview-text.ts'
import { BackToPlan, YearOverviewList } from './year-overview-view.tsx'

/** /plan/:plan/year: the coordinator's year, as it follows from the plan. */
export const yearPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const text = yearOverviewText(at.reader.language)
    const d = await drawingFor(at)
    const title = text.title(yearTitle(at.plan.schoolYear))
    return c.html(
      <Page shell={shellFrom(at.desk)} title={title} here="plan">
        <PageHead title={title} under={text.lead(at.reader.terms)} />
        <YearOverviewList d={d} />
        <BackToPlan d={d} />
      </Page>,
    )
  },
}
