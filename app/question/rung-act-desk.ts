import { type PersonId, parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { itemFrom } from '../school/own-list.ts'
import { topicsOf } from '../school/topic-store.ts'
import { ownTracks } from './own-track-desk.ts'
import { aboutFrom, partOf, type Question, type QuestionRefusal } from './question.ts'
import type { AtOne, SentForm } from './question-desk.ts'
import { tellLetIn } from './question-letter-desk.ts'
import { mayHold, type QuestionNo } from './question-may.ts'
import { confirmTopic } from './question-topic-store.ts'
import { changeQuestion, type TellChange, throwAway } from './question-write-store.ts'
import {
  close,
  did,
  letIn,
  letOut,
  noLongerHeavy,
  openAgain,
  rungFrom,
  stepTo,
  tieTo,
  withAbout,
} from './rung.ts'
import type { rungText } from './rung-text.ts'

/** What was done, as the notice on the next page tells it; `thrown` and `out`: this page is no longer there for them. */
export type QuestionDone = keyof ReturnType<typeof rungText>['done'] | 'thrown' | 'out'
type Outcome = Promise<QuestionDone | QuestionNo>
export type Doing = AtOne & {
  readonly form: SentForm
  /** The address of the server, without a slash at the end: for letters. */
  readonly origin: string
}

/** A change by the asker, by a pure rule; forms that began from an older state are told so. */
async function holding(
  at: Doing,
  done: QuestionDone,
  rule: (question: Question) => Question | { readonly refused: QuestionRefusal; readonly field?: string },
  tell?: TellChange,
): Outcome {
  const { desk, reader, question, form } = at
  const sent = Number(form['revision'])
  const revision = Number.isInteger(sent) && form['revision'] !== '' ? sent : undefined
  const changing = { id: question.id, now: desk.now, revision, ...(tell && { tell }) }
  const answer = await changeQuestion(
    desk.db,
    reader.actor,
    changing,
    (there) => mayHold(there, reader.actor),
    rule,
  )
  return told(answer, done)
}

const told = (answer: 'done' | QuestionNo | null, done: QuestionDone): QuestionDone | QuestionNo => {
  if (answer === null) return refuse('question-gone')
  return isRefusal(answer) ? answer : done
}

async function step(at: Doing): Outcome {
  const rung = rungFrom(at.form['rung'])
  if (rung === null) return refuse('rung-unknown')
  const done = rung < at.question.rung ? 'down' : rung === 3 ? 'up' : 'self'
  return holding(at, done, (question) => stepTo(question, rung, at.desk.now))
}

async function tick(at: Doing, isDone: boolean): Outcome {
  const rung = rungFrom(at.form['rung'])
  if (rung === null) return refuse('rung-unknown')
  return holding(at, isDone ? 'did' : 'undid', (question) => did(question, rung, isDone, at.desk.now))
}

async function end(at: Doing): Outcome {
  const raw = at.form['solvedOn']
  const solvedOn = rungFrom(raw)
  if (solvedOn === null && raw !== 'none') return refuse('solved-unknown', 'solvedOn')
  const given = { solvedOn, helped: at.form['helped'] ?? '' }
  return holding(at, solvedOn === null ? 'ended' : 'closed', (question) =>
    close(question, given, at.desk.now),
  )
}

async function admit(at: Doing): Outcome {
  const person = parseId<'person'>(at.form['person'])
  const here = at.roster.people.find(({ id, hasLeft }) => id === person && !hasLeft)
  if (!here) return refuse('person-unknown', 'person')
  const { desk, reader, origin } = at
  const tell = tellLetIn({ actor: reader.actor, now: desk.now, origin }, here.id)
  return holding(at, 'letIn', (question) => letIn(question, here.id, desk.now), tell)
}

async function takeOut(at: Doing): Outcome {
  const person = parseId<'person'>(at.form['person'])
  if (person === null) return refuse('person-unknown')
  return holding(at, 'letOut', (question) => letOut(question, person))
}

/** Who was let in goes out of it oneself. */
async function goOut({ desk, reader, question }: Doing): Outcome {
  const me: PersonId = reader.actor.personId
  const answer = await changeQuestion(
    desk.db,
    reader.actor,
    { id: question.id, now: desk.now },
    (there) => (partOf(there, me) === 'let-in' ? ({ may: true, because: 'let-in' } as const) : NOT_LET_IN),
    (there) => letOut(there, me),
  )
  return told(answer, 'out')
}
const NOT_LET_IN = { may: false, because: 'not-in-circle' } as const

async function tie(at: Doing): Outcome {
  const { form } = at
  if (form['entry'] === '') return holding(at, 'loose', (question) => tieTo(question, null))
  const track = (await ownTracks(at)).find(({ entryId }) => entryId === form['entry'])
  if (!track) return refuse('entry-unknown', 'entry')
  const { planId, entryId } = track
  return holding(at, 'tied', (question) => tieTo(question, { planId, entryId }))
}

async function topic({ desk, reader, question, form }: Doing): Outcome {
  const raw = form['topic'] ?? ''
  const key = raw === '' ? null : itemFrom(raw, await topicsOf(desk.db, reader.actor))
  if (raw !== '' && key === null) return refuse('topic-unknown', 'topic')
  return told(await confirmTopic(desk.db, reader.actor, question.id, key, desk.now), 'topic')
}

async function about(at: Doing): Outcome {
  const what = aboutFrom(at.form['about'])
  return what === null
    ? refuse('about-missing', 'about')
    : holding(at, 'saved', (question) => withAbout(question, what))
}

const ACTS: Readonly<Record<string, (at: Doing) => Outcome>> = {
  step,
  did: (at) => tick(at, true),
  'not-did': (at) => tick(at, false),
  lighter: (at) => holding(at, 'lighter', noLongerHeavy),
  close: end,
  open: (at) => holding(at, 'opened', (question) => openAgain(question, at.desk.now)),
  'let-in': admit,
  'let-out': takeOut,
  out: goOut,
  tie,
  topic,
  about,
  throw: async ({ desk, reader, question }) =>
    told(await throwAway(desk.db, reader.actor, question.id), 'thrown'),
}

/** Does what a form on the page of a question asks; null: no such act. */
export const actOn = (at: Doing, act: string): Outcome | null =>
  Object.hasOwn(ACTS, act) ? (ACTS[act]?.(at) ?? null) : null
