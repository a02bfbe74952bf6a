import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Child } from 'hono/jsx'
import { isRefusal } from '../kernel/refusal.ts'
import { stillOffered } from '../school/own-list.ts'
import { QuestionTabs } from '../school/question-tabs-view.tsx'
import { topicsOf } from '../school/topic-store.ts'
import { topicName, topicNames } from '../school/topic-text.ts'
import { proposeTopics } from '../school/topic-words.ts'
import type { OnDesk } from '../session/desk.ts'
import { originForMember } from '../session/origin.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { askPiece } from './ask-piece-desk.tsx'
import { askDone } from './ask-text.ts'
import { heavyStrip } from './heavy-desk.ts'
import type { HeavySheet } from './heavy-sheet-view.ts'
import { HeavyStrip } from './heavy-view.tsx'
import { ownTracks, tiedTo } from './own-track-desk.ts'
import { isRunning, isWithCoordinators, type Question, type QuestionField } from './question.ts'
import { type AtOne, questionAt, type SentForm, triedOf } from './question-desk.ts'
import { mayConfirmTopic, mayHold, mayRead, mayThrowAway } from './question-may.ts'
import {
  coordinatorsFor,
  listed,
  type QuestionTried,
  readersOf,
  type SentencesTried,
} from './question-sheet.ts'
import { answersAt } from './question-slot-desk.ts'
import { questionText } from './question-text.ts'
import type { TopicChoices } from './question-topic-view.tsx'
import { QuestionView } from './question-view.tsx'
import { fieldFrom, sentenceOf } from './rung.ts'
import { actOn, type QuestionDone } from './rung-act-desk.ts'
import { saveSentences } from './rung-save-desk.ts'
import { rungText } from './rung-text.ts'
import { TooHeavyBar } from './too-heavy-bar-view.tsx'

/** /questions/:question: the ladder of one question, for its circle. */
export const questionPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await questionAt(c)
    return show(c, at, { notice: noticeOf(c, at) })
  },

  post: async (c: Context<OnDesk>) => {
    const at = await questionAt(c)
    const sent = await c.req.formData()
    const form = textsIn(sent)
    const act = form['act'] ?? ''
    return act === 'save' ? save(c, at, sent, form) : doAct(c, at, form, act)
  },
}

const textsIn = (form: FormData): SentForm =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.slice(0, 4000)]] : [])),
  )

/** The sentences of a rung, and with the same button 'did it'. */
async function save(c: Context<OnDesk>, at: AtOne, sent: FormData, form: SentForm) {
  const sentences = await saveSentences(at, sent)
  if (sentences) return show(c, at, { sentences, status: 422 })
  const next = form['next']
  if (next === 'did' || next === 'not-did') return doAct(c, at, form, next)
  return c.redirect(`/questions/${at.question.id}?done=saved#trede-${rungIn(form)}`, 303)
}

const rungIn = (form: SentForm) => (/^[123]$/.test(form['rung'] ?? '') ? form['rung'] : '1')

async function doAct(c: Context<OnDesk>, at: AtOne, form: SentForm, act: string) {
  const origin = originForMember(at.desk.house.baseUrl, c.req.header('host'))
  const answer = await actOn({ ...at, form, origin }, act)
  if (answer === null) throw new HTTPException(404)
  if (!isRefusal(answer)) return c.redirect(goesTo(at, answer, form), 303)
  const status = answer.refused === 'may-not' ? 403 : 422
  return show(c, await questionAt(c), { tried: triedOf(at, act, form, answer), status })
}

const PLACES: Partial<Record<QuestionDone, string>> = {
  up: '#verder',
  self: '#trede-2',
  down: '#collega',
  letIn: '#kring',
  letOut: '#kring',
  topic: '#onderwerp',
  tied: '#traject',
  loose: '#traject',
}

/** For whom the question is gone, back to all of them. */
function goesTo({ question }: AtOne, done: QuestionDone, form: SentForm): string {
  if (done === 'thrown' || done === 'out') return `/questions?done=${done}`
  const ticked = done === 'did' || done === 'undid'
  const rung = ticked ? `&rung=${rungIn(form)}#trede-${rungIn(form)}` : ''
  return `/questions/${question.id}?done=${done}${rung}${PLACES[done] ?? ''}`
}

/** What was done; who is let in hears by letter, where letters leave. */
function noticeOf(c: Context<OnDesk>, { desk, reader, question }: AtOne): ShellNotice | null {
  const { done, told, didAll } = rungText(reader.language)
  const key = c.req.query('done') ?? ''
  const own = Object.hasOwn(done, key) ? done[key as keyof typeof done] : null
  const isAll = key === 'did' && sawAfter(c, question) === null
  const says = isAll ? didAll : (own ?? askDone(key, reader.language))
  if (says === null) return null
  const how = reader.actor.demo ? 'demo' : desk.house.mailIsOn ? 'letters' : 'no-mail'
  return { kind: 'good', text: key === 'letIn' ? `${says} ${told[how]}` : says }
}

type Show = {
  readonly notice?: ShellNotice | null
  readonly tried?: QuestionTried
  readonly sentences?: SentencesTried
  readonly status?: 200 | 403 | 422
}

/** A no that no form on the page shows beside its field. */
const unplaced = (tried: QuestionTried | undefined): ShellNotice | null =>
  tried && tried.field === null && !['let-in', 'topic'].includes(tried.act)
    ? { kind: 'refusal', text: tried.says }
    : null

async function show(c: Context<OnDesk>, at: AtOne, { notice, tried, sentences, status = 200 }: Show) {
  const { desk, reader, question, eyes } = at
  const { actor, language } = reader
  const text = rungText(language)
  const isOwn = mayHold(question, actor).may
  const title = isOwn ? text.mine : questionText(language).from(eyes.nameOf(question.asker))
  const names = coordinatorsFor(eyes.people, question.asker).map(({ name }) => name)
  const strip = await heavyStrip(c, offered(at))
  return c.html(
    <Page shell={shellFrom(desk, notice ?? unplaced(tried))} title={title} here="questions">
      <PageHead
        title={title}
        under={isOwn ? readersLine(at) : text.belongsToAsker(eyes.nameOf(question.asker))}
      />
      <TooHeavyBar strip={strip} />
      <QuestionTabs here={null} reader={reader} />
      <p>
        <Back at={at} />
      </p>
      <QuestionView
        question={question}
        isOwn={isOwn}
        may={{ topic: mayConfirmTopic(question, actor).may, throwAway: mayThrowAway(question, actor).may }}
        coordinators={listed(names, questionText(language).and)}
        pieces={await piecesFor(at, strip)}
        topics={await topicsFor(at)}
        tied={question.tie && (await tiedTo(at, question.tie))}
        tracks={isOwn ? await ownTracks(at) : []}
        tried={tried ?? null}
        sentences={sentences ?? null}
        begin={beginAt(c, question)}
        eyes={eyes}
      />
    </Page>,
    status,
  )
}

/** A coordinator comes from the tray, everybody else from the own questions. */
function Back({ at: { reader, question } }: { at: AtOne }) {
  const text = rungText(reader.language)
  const isTheirs = mayRead(question, reader.actor).because === 'with-coordinators'
  if (isTheirs) return <BackLink href="/questions/tray">{text.toTray}</BackLink>
  return <BackLink href="/questions">{text.toAll}</BackLink>
}

/** 'Alleen jij leest dit.', or by name who reads along. */
function readersLine({ reader, question, eyes }: AtOne): string {
  const text = rungText(reader.language)
  const names = readersOf(question, eyes.people)
    .filter((person) => person !== eyes.me)
    .map(eyes.nameOf)
  return names.length === 0
    ? text.onlyYouRead
    : text.read(listed([text.you, ...names], questionText(reader.language).and))
}

/** Where one goes on writing after an act. */
function beginAt(c: Context<OnDesk>, question: Question): QuestionField | null {
  const done = c.req.query('done')
  if (done === 'asked') return '1.idea'
  return done === 'did' ? sawAfter(c, question) : null
}

/** What one saw on the rung that was just done, as long as nothing stands there. */
function sawAfter(c: Context<OnDesk>, question: Question): QuestionField | null {
  const saw = fieldFrom(`${c.req.query('rung') ?? ''}.saw`)
  return saw !== null && sentenceOf(question, saw).text === '' ? saw : null
}

export type QuestionPieces = { readonly heavy: Child; readonly asks: Child; readonly answers: Child }

/** What other parts draw on this page. */
const piecesFor = async (at: AtOne, strip: HeavySheet): Promise<QuestionPieces> => ({
  heavy: <HeavyStrip strip={strip} />,
  asks: await askPiece(at),
  answers: await answersAt(at),
})

/** Of the own question that runs 'too heavy' takes the question along. */
const offered = ({ reader, question }: AtOne) => ({
  question: mayHold(question, reader.actor).may && isRunning(question) ? question.id : null,
  isReadAlready: isWithCoordinators(question),
})

async function topicsFor({ desk, reader, question }: AtOne): Promise<TopicChoices> {
  const topics = await topicsOf(desk.db, reader.actor)
  return {
    proposed: proposeTopics(question.text.text, topics),
    offered: stillOffered(topics).map((topic) => ({
      value: topic.key,
      label: topicName(topic, reader.language),
    })),
    names: topicNames(topics, reader.language),
  }
}
