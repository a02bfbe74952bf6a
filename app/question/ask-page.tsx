import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type PersonId, parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { askActing } from './ask-letter-desk.ts'
import { type AskNo, mayAskColleague } from './ask-may.ts'
import { askPiece } from './ask-piece-desk.tsx'
import type { AskTried } from './ask-sheet.ts'
import { type AskActing, askThem, takeBackAsk } from './ask-store.ts'
import { askNo, askText } from './ask-text.ts'
import { type AtOne, questionAt } from './question-desk.ts'

/** /questions/:question/ask: asking colleagues, for the asker; `?with=` ticks somebody who was named or proposed. */
export const askPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await questionAt(c)
    if (!mayAskColleague(at.question, at.reader.actor).may)
      return c.redirect(`/questions/${at.question.id}`, 303)
    return show(c, at, { first: parseId<'person'>(c.req.query('with')) })
  },

  post: async (c: Context<OnDesk>) => {
    const at = await questionAt(c)
    const sent = await sentIn(c)
    const acting = askActing(c, at)
    if (sent.act === 'back') return takeBack(c, at, acting, sent)
    if (sent.act !== 'ask') throw new HTTPException(404)
    const colleagues = sent.chosen.flatMap((id) => parseId<'person'>(id) ?? [])
    const answer = await askThem(at.desk.db, at.reader.actor, acting, colleagues)
    if (answer === null) throw new HTTPException(404)
    if (isRefusal(answer)) return refused(c, at, sent, answer)
    return c.redirect(afterAsking(at, colleagues, sent), 303)
  },
}

type Sent = {
  readonly act: string
  readonly chosen: readonly string[]
  readonly values: Readonly<Record<string, string | undefined>>
}

/** Who is ticked, and who is chosen from the list beside it. */
async function sentIn(c: Context<OnDesk>): Promise<Sent> {
  const body = await c.req.parseBody({ all: true })
  const allOf = (name: string) => [body[name] ?? []].flat().filter((one) => typeof one === 'string')
  const oneOf = (name: string) => allOf(name).at(-1)?.slice(0, 100)
  const ticked = allOf('colleague').filter((id) => id !== '')
  const beside = oneOf('else')
  return {
    act: oneOf('act') ?? '',
    chosen: beside ? [...ticked, beside] : ticked,
    values: { else: beside, look: oneOf('look'), ask: oneOf('ask') },
  }
}

async function takeBack(c: Context<OnDesk>, at: AtOne, acting: AskActing, sent: Sent) {
  const ask = parseId<'asked'>(sent.values['ask'])
  const answer = ask && (await takeBackAsk(at.desk.db, at.reader.actor, acting, ask))
  if (answer === null) throw new HTTPException(404)
  if (isRefusal(answer)) return refused(c, at, sent, answer)
  return c.redirect(`/questions/${at.question.id}?done=ask-back#ask`, 303)
}

/** Who also wants to go and look chooses a moment next; of several colleagues, with the first. */
function afterAsking({ question }: AtOne, [first]: readonly PersonId[], { values }: Sent): string {
  if (values['look'] !== 'yes' || !first) return `/questions/${question.id}?done=ask-asked#ask`
  const entry = question.tie ? `&entry=${question.tie.entryId}` : ''
  return `/visits/new?with=${first}${entry}`
}

async function refused(c: Context<OnDesk>, at: AtOne, sent: Sent, no: AskNo) {
  const tried: AskTried = {
    act: sent.act,
    chosen: sent.chosen,
    values: sent.values,
    field: 'field' in no ? (no.field ?? null) : null,
    says: askNo(no, at.reader.language),
  }
  // What was refused may be so because something changed: shown is what stands there now.
  const now = await questionAt(c)
  return show(c, now, { tried }, no.refused === 'may-not' ? 403 : 422)
}

type Show = { readonly first?: PersonId | null; readonly tried?: AskTried }

async function show(c: Context<OnDesk>, at: AtOne, shown: Show, status: 200 | 403 | 422 = 200) {
  const { desk, reader, question } = at
  const text = askText(reader.language)
  const tried = shown.tried
  // Choices have no field of their own to open at: what to do is said on top as well.
  const notice = tried ? ({ kind: 'refusal', text: tried.says } as const) : null
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={text.pageTitle} here="questions">
      <PageHead title={text.pageTitle} under={question.text.text} />
      <p class="rij">
        <BackLink href={`/questions/${question.id}#ask`}>{text.backToQuestion}</BackLink>
      </p>
      {await askPiece(at, { first: shown.first ?? null, tried: tried ?? null, isAlone: true })}
    </Page>,
    status,
  )
}
