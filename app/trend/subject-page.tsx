import type { Context } from 'hono'
import { subjectName } from '../result/subject-name.ts'
import { found } from '../school/school-desk.tsx'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { aboutOf, savableIn, subjectAt } from './subject-desk.ts'
import { subjectText } from './subject-text.ts'
import { SubjectView } from './subject-view.tsx'
import { atTrends } from './trend-desk.ts'
import { audienceFor } from './trend-may.ts'
import { waysAt } from './trend-slot-desk.ts'

/** /trends/:subject: one subject, each year group over the years, the same pupils, or how much they grow. */
export const subjectPage = {
  get: async (c: Context<OnDesk>) => {
    const at = atTrends(c)
    const { language, actor } = at.reader
    const audience = audienceFor(actor)
    const sheet = found(await subjectAt(c, at, audience))
    const { subject, choice } = sheet
    const name = subjectName(at.reader.language, subject)
    // What is saved is as the team sees it: of one group nothing, and no picture of what is hidden.
    const kept = audience === 'team' ? sheet : await subjectAt(c, at, 'team')
    return c.html(
      <Page shell={shellFrom(at.desk)} title={name} here="trends">
        <PageHead title={name} under={subjectText(language).under[choice.show]} />
        <SubjectView
          {...sheet}
          language={language}
          seesSmall={audience === 'coordinator'}
          savable={choice.group === null ? savableIn(found(kept)) : null}
        >
          {await waysAt(at, aboutOf(sheet))}
        </SubjectView>
      </Page>,
    )
  },
}
