import type { Context } from 'hono'
import { found } from '../school/school-desk.tsx'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { sectionSheets, subjectsIn } from './subject-sheet.ts'
import { subjectText } from './subject-text.ts'
import { SubjectView } from './subject-view.tsx'
import { atTrends, shownFor } from './trend-desk.ts'
import { audienceFor } from './trend-may.ts'

/** /trends/:subject: one subject of the whole school, each year group over the years. */
export const subjectPage = {
  get: async (c: Context<OnDesk>) => {
    const at = atTrends(c)
    const { language, actor } = at.reader
    const audience = audienceFor(actor)
    const shown = await shownFor(at, audience)
    const subject = found(subjectsIn(shown).find((one) => one === c.req.param('subject')))
    return c.html(
      <Page shell={shellFrom(at.desk)} title={subject} here="trends">
        <PageHead title={subject} under={subjectText(language).under(subject)} />
        <SubjectView
          sheets={sectionSheets(shown, subject)}
          language={language}
          seesSmall={audience === 'coordinator'}
        />
      </Page>,
    )
  },
}
