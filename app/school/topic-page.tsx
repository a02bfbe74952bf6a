import type { Context } from 'hono'
import { isRefusal } from '../kernel/refusal.ts'
import type { Reader } from '../session/actor.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { becauseInWords } from './school-text.ts'
import { topicKeyOf } from './topic.ts'
import { mayOfferTopic } from './topic-may.ts'
import { addTopic, offerTopic, type TopicNo, topicsOf } from './topic-store.ts'
import { builtInTopicNames, topicText } from './topic-text.ts'
import { type TopicSheet, TopicsView } from './topic-view.tsx'

/** /questions/topics: what questions and profiles of the school are about. */
export const topicsPage = {
  get: (c: Context<OnDesk>) => {
    const text = topicText(readerOf(c).language)
    const says = { added: text.saved, away: text.isAway, back: text.isBack } as const
    const done = c.req.query('done') ?? ''
    const said = Object.hasOwn(says, done) ? says[done as keyof typeof says] : null
    return show(c, { notice: said === null ? null : { kind: 'good', text: said } })
  },

  post: async (c: Context<OnDesk>) => {
    const form = await c.req.formData()
    const act = form.get('act')
    const done = act === 'add' ? await add(c, form) : await offer(c, form, act === 'back')
    if (!isRefusal(done)) return c.redirect(`/questions/topics?done=${done}`, 303)
    const says = sentence(readerOf(c), done)
    const status = done.refused === 'may-not' ? 403 : 422
    if (act !== 'add' || status === 403) return show(c, { notice: { kind: 'refusal', text: says }, status })
    return show(c, { tried: { name: nameIn(form), says }, status })
  },
}

const nameIn = (form: FormData) => {
  const name = form.get('name')
  return typeof name === 'string' ? name.slice(0, 1_000) : ''
}

async function add(c: Context<OnDesk>, form: FormData): Promise<'added' | TopicNo> {
  const { db, now } = deskOf(c)
  const made = await addTopic(db, readerOf(c).actor, nameIn(form), builtInTopicNames(), now)
  return isRefusal(made) ? made : 'added'
}

async function offer(c: Context<OnDesk>, form: FormData, isOffered: boolean) {
  const { db, now } = deskOf(c)
  const value = form.get('topic')
  const key = topicKeyOf(typeof value === 'string' ? value : null)
  if (key === null) return { refused: 'topic-gone' } as const
  const no = await offerTopic(db, readerOf(c).actor, key, isOffered, now)
  return no ?? (isOffered ? 'back' : 'away')
}

function sentence({ language, terms }: Reader, no: TopicNo): string {
  const text = topicText(language)
  if (no.refused !== 'may-not') return text.refusal[no.refused]
  return no.because === 'anyone-of-team' ? text.notSaved : becauseInWords(no.because, language, terms)
}

type Show = {
  readonly notice?: ShellNotice | null
  readonly tried?: TopicSheet['tried']
  readonly status?: 200 | 403 | 422
}

async function show(c: Context<OnDesk>, { notice = null, tried = null, status = 200 }: Show) {
  const [desk, { actor, language }] = [deskOf(c), readerOf(c)]
  const text = topicText(language)
  const topics = await topicsOf(desk.db, actor)
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={text.title} here="questions">
      <PageHead title={text.title} under={text.under} />
      <p class="rij">
        <BackLink href="/questions">{text.toQuestions}</BackLink>
      </p>
      <TopicsView {...{ topics, language, tried }} mayOffer={mayOfferTopic(actor).may} />
    </Page>,
    status,
  )
}
