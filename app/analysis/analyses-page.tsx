import type { Context } from 'hono'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { parseSchoolYear } from '../kernel/school-year.ts'
import { goodNews, mustMay } from '../school/school-desk.tsx'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { AnalysesView, type BeginChoice } from './analyses-view.tsx'
import { isKind, proposedAnalysis, yearsToChoose } from './analysis.ts'
import { noSentence } from './analysis-act-desk.ts'
import { mayReadAnalyses, mayWriteAnalysis } from './analysis-may.ts'
import { analysesOf } from './analysis-read-store.ts'
import { analysisHref } from './analysis-sheet.ts'
import { type AnalysisNo, beginAnalysis } from './analysis-store.ts'
import { analysisText } from './analysis-text.ts'
import { gatherReports } from './gather-desk.ts'

/** /trends/analyses: the analyses that one may read, and for who coordinates the way to a new one. */
export const analysesPage = {
  get: async (c: Context<OnDesk>) => {
    const text = analysisText(readerOf(c).language)
    return show(c, goodNews(c.req.query('done') === 'gone' ? text.done.gone : null))
  },

  post: async (c: Context<OnDesk>) => {
    const form = await formFields(c)
    const made = await begin(c, form)
    if (!isRefusal(made)) return c.redirect(`${analysisHref(made)}?done=made`, 303)
    const text = noSentence(made, readerOf(c))
    return show(c, { kind: 'refusal', text }, chosenIn(form), made.refused === 'may-not' ? 403 : 422)
  },
}

type Fields = Readonly<Record<string, string | undefined>>

async function begin(c: Context<OnDesk>, form: Fields) {
  const [desk, { actor }] = [deskOf(c), readerOf(c)]
  const may = mayWriteAnalysis(actor)
  if (!may.may) return { refused: 'may-not', because: may.because } as const satisfies AnalysisNo
  const { kind, schoolYear } = chosenIn(form)
  if (kind === null) return refuse('kind-unknown')
  if (schoolYear === null || !yearsToChoose(desk.today).includes(schoolYear)) return refuse('year-unknown')
  const reports = await gatherReports(desk.db, actor, { kind, schoolYear })
  return beginAnalysis(desk.db, actor, { kind, schoolYear, reports }, desk.now)
}

const chosenIn = (form: Fields) => ({
  kind: isKind(form['kind']) ? form['kind'] : null,
  schoolYear: parseSchoolYear(form['year']),
})

async function show(
  c: Context<OnDesk>,
  notice: ShellNotice | null,
  chosen: Partial<ReturnType<typeof chosenIn>> = {},
  status: 200 | 403 | 422 = 200,
) {
  const [desk, { actor, language }] = [deskOf(c), readerOf(c)]
  mustMay(mayReadAnalyses(actor))
  const text = analysisText(language)
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={text.title} here="trends">
      <p class="rij">
        <BackLink href="/trends">{text.toTrends}</BackLink>
      </p>
      <PageHead title={text.title} under={text.under} />
      <AnalysesView
        lines={await analysesOf(desk.db, actor)}
        language={language}
        begin={mayWriteAnalysis(actor).may ? beginOf(desk.today, chosen) : null}
      />
    </Page>,
    status,
  )
}

function beginOf(
  today: Parameters<typeof proposedAnalysis>[0],
  { kind, schoolYear }: Partial<ReturnType<typeof chosenIn>>,
): BeginChoice {
  const proposed = proposedAnalysis(today)
  return {
    kind: kind ?? proposed.kind,
    schoolYear: schoolYear ?? proposed.schoolYear,
    years: yearsToChoose(today),
  }
}
