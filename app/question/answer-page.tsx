import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { momentInAmsterdam } from '../round/round-form.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { ArrowLink, BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { type Ask, type AskRefusal, parseYes } from './ask.ts'
import { askActing } from './ask-letter-desk.ts'
import { type AskNo, mayAnswerAsk } from './ask-may.ts'
import { askPiece } from './ask-piece-desk.tsx'
import type { AskTried } from './ask-sheet.ts'
import { answerAsk, type GivenAnswer, ownAsk } from './ask-store.ts'
import { askNo, askText } from './ask-text.ts'
import { type AtOne, questionAt, type SentForm } from './question-desk.ts'
import { readQuestion } from './question-store.ts'

/** /questions/:question/answer: yes, not now, or another name; for the colleague who was asked. */
export const answerPage = {
  get: async (c: Context<OnDesk>) => {
    const over = await overAt(c)
    if (over) return showOver(c, over)
    const at = await questionAt(c)
    if (!mayAnswerAsk(at.question, at.reader.actor).may)
      return c.redirect(`/questions/${at.question.id}`, 303)
    return show(c, at, null)
  },

  post: async (c: Context<OnDesk>) => {
    const over = await overAt(c)
    if (over) return showOver(c, over, 422)
    const at = await questionAt(c)
    const form = await formFields(c)
    const given = givenIn(form, at)
    if (given === null) throw new HTTPException(404)
    const answer = isRefusal(given)
      ? given
      : await answerAsk(at.desk.db, at.reader.actor, askActing(c, at), given)
    if (answer === null) throw new HTTPException(404)
    if (isRefusal(answer)) return refused(c, at, form, answer)
    return c.redirect(afterAnswer(at, form['act'] ?? ''), 303)
  },
}

/** The own ask at this address when it is over: the question is no longer theirs to read. */
async function overAt(c: Context<OnDesk>): Promise<Ask | null> {
  const { db } = deskOf(c)
  const { actor } = readerOf(c)
  const id = parseId<'question'>(c.req.param('question'))
  if (id === null || (await readQuestion(db, actor, id)) !== null) return null
  return ownAsk(db, actor, id)
}

function givenIn(form: SentForm, { desk }: AtOne): GivenAnswer | Refusal<AskRefusal> | null {
  if (form['act'] === 'no') return { as: 'no' }
  if (form['act'] === 'pass') {
    const proposed = parseId<'person'>(form['who'])
    return proposed === null ? refuse('proposed-unknown', 'who') : { as: 'pass', proposed }
  }
  if (form['act'] !== 'yes') return null
  const given = parseYes(form, (typed) => momentInAmsterdam(typed.slice(0, 16)), desk.now)
  return isRefusal(given) ? given : { as: 'yes', ...given }
}

/** After yes the question goes on; after the others it is no longer theirs to read. */
const afterAnswer = ({ question }: AtOne, act: string) =>
  act === 'yes'
    ? `/questions/${question.id}?done=ask-yes#answer`
    : `/questions?done=${act === 'no' ? 'ask-no' : 'ask-passed'}`

async function refused(c: Context<OnDesk>, at: AtOne, form: SentForm, no: AskNo) {
  const tried: AskTried = {
    act: form['act'] ?? '',
    chosen: [],
    values: form,
    field: 'field' in no ? (no.field ?? null) : null,
    says: askNo(no, at.reader.language),
  }
  return show(c, at, tried, no.refused === 'may-not' ? 403 : 422)
}

async function show(c: Context<OnDesk>, at: AtOne, tried: AskTried | null, status: 200 | 403 | 422 = 200) {
  const { desk, reader, question } = at
  const text = askText(reader.language)
  const notice = tried && tried.field === null ? ({ kind: 'refusal', text: tried.says } as const) : null
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={text.answerPageTitle} here="questions">
      <PageHead title={text.answerPageTitle} under={question.text.text} />
      <p class="rij">
        <ArrowLink href={`/questions/${question.id}`}>{text.whole}</ArrowLink>
      </p>
      {await askPiece(at, { tried })}
    </Page>,
    status,
  )
}

/** Who said no or named somebody, whose ask was taken back, or where no answer is needed any more: a kind word, and nothing of the question. */
function showOver(c: Context<OnDesk>, { state }: Ask, status: 200 | 422 = 200) {
  const text = askText(readerOf(c).language)
  const says = text.overSays[state === 'asked' || state === 'yes' ? 'closed' : state]
  return c.html(
    <Page shell={shellFrom(deskOf(c))} title={text.over} here="questions">
      <PageHead title={text.over} under={says} />
      <p class="rij">
        <BackLink href="/questions">{text.backToAll}</BackLink>
      </p>
    </Page>,
    status,
  )
}
