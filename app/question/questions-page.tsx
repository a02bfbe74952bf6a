import type { Context } from 'hono'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { QuestionTabs } from '../school/question-tabs-view.tsx'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { askDone } from './ask-text.ts'
import { heavyStrip } from './heavy-desk.ts'
import { HeavyStrip } from './heavy-view.tsx'
import { ownTracks } from './own-track-desk.ts'
import { aboutFrom, isRunning, partOf, type Question } from './question.ts'
import { type AtQuestions, atQuestions, type SentForm, triedOf } from './question-desk.ts'
import type { QuestionTried } from './question-sheet.ts'
import { questionsOf } from './question-store.ts'
import { questionText } from './question-text.ts'
import { askQuestion, markRead } from './question-write-store.ts'
import { type MyQuestions, QuestionsView } from './questions-view.tsx'
import { TooHeavyBar } from './too-heavy-bar-view.tsx'

/** /questions: a new question in one sentence, and everything that one has to do with. `?entry=`: for an own track. */
export const questionsPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await atQuestions(c)
    const { done } = questionText(at.reader.language)
    const key = c.req.query('done') ?? ''
    const said = Object.hasOwn(done, key) ? done[key as keyof typeof done] : askDone(key, at.reader.language)
    return show(c, at, {
      notice: said === null ? null : { kind: 'good', text: said },
      entry: c.req.query('entry') ?? null,
    })
  },

  post: async (c: Context<OnDesk>) => {
    const at = await atQuestions(c)
    const form = await formFields(c)
    const made = await ask(at, form)
    if (!isRefusal(made)) return c.redirect(`/questions/${made}?done=asked`, 303)
    const tried = triedOf(at, 'ask', form, made)
    return show(c, at, {
      tried,
      entry: form['entry'] ?? null,
      status: made.refused === 'may-not' ? 403 : 422,
    })
  },
}

async function ask(at: AtQuestions, form: SentForm) {
  const { desk, reader } = at
  const about = aboutFrom(form['about'])
  if (about === null) return refuse('about-missing', 'about')
  const tie = (await ownTracks(at)).find(({ entryId }) => entryId === form['entry']) ?? null
  const given = { text: form['text'] ?? '', about, ...(tie && { tie }) }
  return askQuestion(desk.db, reader.actor, given, desk.now)
}

type Show = {
  readonly notice?: ShellNotice | null
  readonly tried?: QuestionTried
  readonly entry: string | null
  readonly status?: 200 | 403 | 422
}

async function show(
  c: Context<OnDesk>,
  at: AtQuestions,
  { notice = null, tried, entry, status = 200 }: Show,
) {
  const { desk, reader, eyes } = at
  const text = questionText(reader.language)
  const track = entry === null ? null : (await ownTracks(at)).find(({ entryId }) => entryId === entry)
  const strip = await heavyStrip(c)
  const questions = await questionsOf(desk.db, reader.actor)
  // Of a colleague's question this page shows the sentence.
  await markRead(desk.db, reader.actor, questions, desk.now)
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={text.title} here="questions">
      <PageHead title={text.heading} under={text.under} />
      <TooHeavyBar strip={strip} />
      <QuestionTabs here="mine" reader={reader} />
      <QuestionsView
        mine={sorted(questions, eyes.me)}
        heavy={<HeavyStrip strip={strip} />}
        entry={track ?? null}
        tried={tried ?? null}
        eyes={eyes}
      />
    </Page>,
    status,
  )
}

/** What somebody has to do with each: asked and not answered first. */
function sorted(questions: readonly Question[], me: AtQuestions['eyes']['me']): MyQuestions {
  const open = questions.filter(isRunning)
  const waits = (question: Question) =>
    question.asks.some(({ personId, state }) => personId === me && state === 'asked')
  return {
    asked: open.filter(waits),
    running: open.filter(({ asker }) => asker === me),
    along: open.filter(
      (question) => question.asker !== me && partOf(question, me) !== null && !waits(question),
    ),
    closed: questions.filter((question) => !isRunning(question)),
  }
}
