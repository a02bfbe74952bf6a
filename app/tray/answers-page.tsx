import type { Context } from 'hono'
import { isRefusal } from '../kernel/refusal.ts'
import { type AtOne, questionAt } from '../question/question-desk.ts'
import { QuestionTabs } from '../school/question-tabs-view.tsx'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { answerText } from './answer-text.ts'
import { actOnAnswers, answersNoWords, answersSheet } from './answers-desk.tsx'
import { AnswersView } from './answers-view.tsx'
import { sendingFor } from './tray-act-desk.ts'
import type { TrayTried } from './tray-sheet.ts'

/** /questions/:question/answers: what was answered, for its circle; the asker's forms come back here when refused. */
export const answersPage = {
  get: async (c: Context<OnDesk>) => show(c, await questionAt(c), null, 200),

  post: async (c: Context<OnDesk>) => {
    const at = await questionAt(c)
    const form = await formFields(c)
    const did = await actOnAnswers({ ...at, form, sending: sendingFor(c, at) })
    if (!isRefusal(did)) return c.redirect(`/questions/${at.question.id}?said=${did}#answers`, 303)
    const field = 'field' in did && typeof did.field === 'string' ? did.field : null
    const says = answersNoWords(did, at.reader.language)
    const tried = { act: form['act'] ?? '', values: form, field, says }
    return show(c, at, tried, did.refused === 'may-not' ? 403 : 422)
  },
}

async function show(c: Context<OnDesk>, at: AtOne, tried: TrayTried | null, status: 200 | 403 | 422) {
  const { desk, reader, question } = at
  const text = answerText(reader.language)
  const sheet = await answersSheet(at, tried)
  const title = sheet.isOwn ? text.titleMine : text.title
  const notice = tried && tried.field === null ? ({ kind: 'refusal', text: tried.says } as const) : null
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={title} here="questions">
      <PageHead title={`“${question.text.text}”`} />
      <QuestionTabs here={null} reader={reader} />
      <p>
        <BackLink href={`/questions/${question.id}`}>{text.back}</BackLink>
      </p>
      {sheet.answers.length === 0 && sheet.join === null ? (
        <Empty sentence={text.none} />
      ) : (
        <AnswersView {...sheet} />
      )}
    </Page>,
    status,
  )
}
