import type { Context } from 'hono'
import type { Language } from '../kernel/language.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Empty } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { weightingsIn } from './context.ts'
import { ContextLine } from './context-line-view.tsx'
import { mayChangeContext } from './context-may.ts'
import { contextOf } from './context-store.ts'
import { titleText } from './sentence-text.ts'
import type { Standing } from './standing.ts'
import type { StandingSheet } from './standing-sheet.ts'
import { lowestNow, subjectsIn } from './subject-sheet.ts'
import { SubjectList } from './subject-view.tsx'
import { atTrends, sheetsFrom, shownFor, standingsFor } from './trend-desk.ts'
import { audienceFor } from './trend-may.ts'
import { trendText } from './trend-text.ts'
import { StandingsView } from './trend-view.tsx'

/** /trends: where the school stands with the reference levels. */
export const trendPage = {
  get: async (c: Context<OnDesk>) => {
    const at = atTrends(c)
    const { language, actor } = at.reader
    const audience = audienceFor(actor)
    const standings = await standingsFor(at, audience)
    const shown = await shownFor(at, audience)
    const context = await contextOf(at.desk.db, actor)
    const sheets = sheetsFrom(standings, weightingsIn(context))
    const title = titleOf(sheets, language)
    return c.html(
      <Page shell={shellFrom(at.desk)} title={title} here="trends">
        <PageHead title={title} under={sheets.length > 0 && underOf(standings, language)} />
        {shown.length === 0 && <Empty sentence={trendText(language).empty} />}
        {sheets.length > 0 && (
          <ContextLine
            {...{ context, language }}
            until={standings.at(-1)?.until ?? schoolYearOf(at.desk.today)}
            mayChange={mayChangeContext(actor).may}
          />
        )}
        {sheets.length > 0 && (
          <StandingsView {...{ sheets, language }} seesSmall={audience === 'coordinator'} />
        )}
        {shown.length > 0 && (
          <SubjectList subjects={subjectsIn(shown)} lowest={lowestNow(shown)} language={language} />
        )}
      </Page>,
    )
  },
}

const titleOf = ([first]: readonly StandingSheet[], language: Language) =>
  first ? titleText(language, first.share, first.statements) : trendText(language).title

function underOf(standings: readonly Standing[], language: Language): string {
  const last = standings.findLast(({ together }) => together !== null)?.together
  return trendText(language).under(last && last !== 'hidden' ? last.years.length : YEARS)
}

/** Counted together by rule, but of a small school. */
const YEARS = 3
