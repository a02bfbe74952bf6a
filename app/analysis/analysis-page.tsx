import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { longDay } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { goodNews } from '../school/school-desk.tsx'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { dayOfVersion } from './analysis.ts'
import { actOnAnalysis, type Fields, noSentence } from './analysis-act-desk.ts'
import { type AtAnalysis, analysisAt, sheetAt } from './analysis-desk.ts'
import { ANALYSES, type AnalysisSheet, analysisHref, type Tried } from './analysis-sheet.ts'
import { analysisText } from './analysis-text.ts'
import { AnalysisActs } from './analysis-view.tsx'
import { isPart } from './report.ts'
import { ReportView } from './report-view.tsx'
import { analysisTitle } from './report-words-view.ts'

type At = Context<OnDesk, '/trends/analyses/:analysis'>

/** /trends/analyses/:analysis: the numbers of a day with the coordinator's words. */
export const analysisPage = {
  get: async (c: At) => {
    const at = await analysisAt(c)
    const says = analysisText(at.reader.language).done
    const done = c.req.query('done') ?? ''
    return show(c, at, goodNews(Object.hasOwn(says, done) ? says[done as keyof typeof says] : null))
  },

  post: async (c: At) => {
    const at = await analysisAt(c)
    const form = await formFields(c)
    const answer = await actOnAnalysis(at, form)
    if (answer === null) throw new HTTPException(404)
    if (answer === 'gone') return c.redirect(`${ANALYSES}?done=gone`, 303)
    if (typeof answer === 'string') return c.redirect(placeAfter(at, answer, form), 303)
    const again = await analysisAt(c)
    if (!isRefusal(answer)) {
      const text = analysisText(at.reader.language)
      const tried = triedIn(form, text.clash, answer.clash)
      return show(c, again, { kind: 'refusal', text: text.clashTitle }, tried, 422)
    }
    const says = noSentence(answer, at.reader)
    const status = answer.refused === 'may-not' ? 403 : 422
    return show(c, again, { kind: 'refusal', text: says }, triedIn(form, says, null), status)
  },
}

function placeAfter({ analysis }: AtAnalysis, done: string, form: Fields): string {
  const part = isPart(form['part']) ? `#${form['part']}` : ''
  return `${analysisHref(analysis.id)}?done=${done}${part}`
}

/** Only words are typed; what else was asked has nothing to show again. */
function triedIn(form: Fields, error: string, there: Tried['there']): Tried | null {
  const part = form['part']
  return form['act'] === 'words' && isPart(part) ? { part, words: form['words'] ?? '', error, there } : null
}

async function show(
  c: At,
  at: AtAnalysis,
  notice: ShellNotice | null,
  tried: Tried | null = null,
  status: 200 | 403 | 422 = 200,
) {
  const { desk, reader } = at
  const sheet = await sheetAt(at, tried)
  const title = analysisTitle(at.analysis, reader.language)
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={title} here="trends">
      <p class="rij alleen-scherm">
        <BackLink href={ANALYSES}>{analysisText(reader.language).toAnalyses}</BackLink>
      </p>
      <Head sheet={sheet} title={title} />
      <div class="analyse">
        <ReportView sheet={sheet} />
      </div>
      <AnalysisActs sheet={sheet} />
    </Page>,
    status,
  )
}

function Head({ sheet: { analysis, school, language }, title }: { sheet: AnalysisSheet; title: string }) {
  const text = analysisText(language)
  const day = longDay(dayOfVersion(analysis.version), language)
  return (
    <PageHead title={title} under={text.underOf(school, day)}>
      <p class="noot alleen-scherm">
        {analysis.version.sharedAt === null ? text.draftBadge : text.sharedBadge}
      </p>
    </PageHead>
  )
}
