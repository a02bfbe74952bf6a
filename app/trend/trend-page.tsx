import type { Context } from 'hono'
import type { Language } from '../kernel/language.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import { mayImportResults } from '../result/import-may.ts'
import { subjectName } from '../result/subject-name.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { ContextLine } from './context-line-view.tsx'
import { mayChangeContext } from './context-may.ts'
import { contextOf } from './context-store.ts'
import { firstLooks } from './first-look.ts'
import { FourColumns, type SeenLine } from './four-view.tsx'
import { newestBoth } from './published-beside.ts'
import { RuleNotes } from './rule-notes-view.tsx'
import { lookText } from './section-text.ts'
import { type Statement, windowsOf } from './sentence.ts'
import { numberText, say, titleText, yearText } from './sentence-text.ts'
import { SmallCharts } from './small-view.tsx'
import type { StandingSheet } from './standing-sheet.ts'
import { lowestNow } from './subject-sheet.ts'
import { atTrends, type Trends, trendsAt } from './trend-desk.ts'
import { audienceFor } from './trend-may.ts'
import { type AtTrends, columnsAt } from './trend-slot-desk.ts'
import { trendText } from './trend-text.ts'
import { NoTrends, StandingView, TrendPlaces } from './trend-view.tsx'

/** /trends: where the school stands, subject by subject, and what a team makes of it. */
export const trendPage = {
  get: async (c: Context<OnDesk>) => {
    const at = atTrends(c)
    const { language, actor } = at.reader
    const trends = await trendsAt(at, audienceFor(actor))
    const sheet = trends.sheets.find(({ share }) => share === c.req.query('share')) ?? trends.sheets[0]
    const title = sheet ? titleText(language, sheet.share, sheet.statements) : trendText(language).title
    const places = { language, mayImport: mayImportResults(actor).may }
    return c.html(
      <Page shell={shellFrom(at.desk)} title={title} here="trends">
        <PageHead title={title} under={sheet && underOf(sheet, language)}>
          <TrendPlaces {...places} />
        </PageHead>
        {trends.shown.length === 0 ? <NoTrends {...places} /> : await seen(at, trends, sheet)}
      </Page>,
    )
  },
}

/** The chart, each subject small, and what the team makes of it. */
async function seen(at: AtTrends, trends: Trends, sheet: StandingSheet | undefined) {
  const { language, school } = at.reader
  const { shown, sheets, aims } = trends
  const statements = [...(sheet?.statements ?? []), ...lowestNow(shown)]
  return (
    <>
      {sheet && (
        <RuleNotes all={sheet.all} language={language} mayImport={mayImportResults(at.reader.actor).may} />
      )}
      {!sheet && <p>{trendText(language).noTest}</p>}
      {sheet && (
        <StandingView sheet={sheet} school={school.name} language={language}>
          {await contextLine(at, sheet)}
        </StandingView>
      )}
      <SmallCharts
        shown={shown}
        share={sheet?.share ?? 'target'}
        aims={aims}
        other={sheets.find((one) => one !== sheet)}
        seesGroups={audienceFor(at.reader.actor) === 'coordinator'}
        language={language}
      />
      <FourColumns
        lines={linesOf(statements, sheet, shown, language)}
        columns={await columnsAt(at, statements)}
        language={language}
      />
      {audienceFor(at.reader.actor) === 'coordinator' && <Notice>{trendText(language).smallForYou}</Notice>}
    </>
  )
}

/** What is seen: where the school stands, else subject by subject what there is. */
function linesOf(
  statements: readonly Statement[],
  sheet: StandingSheet | undefined,
  shown: Trends['shown'],
  language: Language,
): SeenLine[] {
  const said = statements.map((one) => say(language, one))
  const now = sheet ? nowText(sheet, language) : []
  if (now.length + said.length > 0) return [...now, ...said].map((one) => ({ about: null, said: one }))
  return firstLooks(shown).map(({ subject, ...look }) => ({
    about: { name: subjectName(language, subject), href: `/trends/${encodeURIComponent(subject)}` },
    said: lookText(language, look),
  }))
}

/** Where the school stands in the last year that may be shown. */
function nowText({ share, standings }: StandingSheet, language: Language): string[] {
  const known = standings.flatMap(({ until, together }) =>
    typeof together === 'object' && together ? [{ until, together }] : [],
  )
  return known.slice(-1).map(({ until, together }) => {
    const value = numberText(language, together[share].value, share)
    const year = yearText({ schoolYear: until, moment: 'D' })
    return trendText(language).four.now[share](value, year, together.pupils)
  })
}

async function contextLine({ desk, reader }: AtTrends, { all, share }: StandingSheet) {
  const { actor, language } = reader
  const context = await contextOf(desk.db, actor)
  return (
    <ContextLine
      {...{ context, share }}
      both={newestBoth(context.published, all)}
      language={language}
      until={all.at(-1)?.until ?? schoolYearOf(desk.today)}
      mayChange={mayChangeContext(actor).may}
    />
  )
}

function underOf({ share, standings }: StandingSheet, language: Language): string {
  const { question, under } = trendText(language)
  return `${question[share]} ${under(windowsOf(standings))}`
}
