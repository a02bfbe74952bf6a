import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { agendaAct, goalAct, lookBackAct, stepAct, tieAct, untieAct } from './doing-act-desk.ts'
import { claimAct, factAct, type Untrue } from './fact-act-desk.ts'
import type { AtTalk } from './numbers-desk.ts'
import { isTalkPart } from './talk.ts'
import type { talkActText } from './talk-act-text.ts'
import { addLine, changeLine, takeLineBack } from './talk-line-store.ts'
import type { TalkActNo } from './talk-no-desk.ts'
import { ANCHORS } from './talk-sheet.ts'
import { endTalk, shareTalk, throwTalkAway } from './talk-write-store.ts'

type Fields = Readonly<Record<string, string | undefined>>
export type DoneWord = keyof ReturnType<typeof talkActText>['done']
/** What was done, and where on the page one goes on. */
export type Did = { readonly done: DoneWord; readonly at: string }
/** Null: the talk is gone meanwhile; 'unknown': no such act. */
type Answer = Promise<Did | TalkActNo | Untrue | null>
type Act = (at: AtTalk, form: Fields) => Answer

async function did(result: Promise<unknown>, done: DoneWord, at = ''): Answer {
  const answer = await result
  return answer === null || isRefusal(answer) ? (answer as TalkActNo | null) : { done, at }
}

/** The answer is the word itself. */
const told = async (result: Promise<DoneWord | TalkActNo | null>, at: string): Answer => {
  const answer = await result
  return typeof answer === 'string' ? { done: answer, at } : answer
}

const line: Act = ({ desk, reader, talk }, form) => {
  const { part } = form
  if (!isTalkPart(part)) return Promise.resolve(refuse('part-unknown'))
  const under = parseId<'talk-line'>(form['under'])
  const given = { part, under, words: form['words'] }
  return did(addLine(desk.db, reader.actor, talk.id, given, desk.now), 'line', ANCHORS[part])
}

/** Which line, as it was read. */
function whichFrom(form: Fields) {
  const id = parseId<'talk-line'>(form['line'])
  const revision = Number(form['revision'])
  return id !== null && Number.isSafeInteger(revision) ? { id, revision } : null
}

const change: Act = ({ desk, reader, talk }, form) => {
  const which = whichFrom(form)
  if (which === null) return Promise.resolve(refuse('line-gone'))
  return did(
    changeLine(desk.db, reader.actor, talk.id, which, form['words'], desk.now),
    'changed',
    `l-${which.id}`,
  )
}

const back: Act = ({ desk, reader, talk }, form) => {
  const which = whichFrom(form)
  if (which === null) return Promise.resolve(refuse('line-gone'))
  const part = talk.lines.find(({ id }) => id === which.id)?.part
  return did(takeLineBack(desk.db, reader.actor, talk.id, which, desk.now), 'back', part && ANCHORS[part])
}

const claim: Act = async (at, form) => {
  const answer = await claimAct(at, form)
  return answer === 'laid' ? { done: 'laid', at: 'data' } : answer
}

/** What became of its ambitions stands with the goals. */
async function untie(at: AtTalk): Answer {
  const answer = await untieAct(at)
  return typeof answer === 'string' ? { done: answer, at: answer === 'untied' ? 'doing' : 'goals' } : answer
}

const share =
  (isShared: boolean): Act =>
  ({ desk, reader, talk }) =>
    did(shareTalk(desk.db, reader.actor, talk.id, isShared, desk.now), isShared ? 'shared' : 'unshared')

const end =
  (isEnded: boolean): Act =>
  ({ desk, reader, talk }) =>
    did(endTalk(desk.db, reader.actor, talk.id, isEnded, desk.now), isEnded ? 'ended' : 'reopened')

const ACTS: Readonly<Record<string, Act>> = {
  fact: (at, form) => told(factAct(at, form), 'data'),
  claim,
  line,
  change,
  back,
  share: share(true),
  unshare: share(false),
  end: end(true),
  reopen: end(false),
  away: ({ desk, reader, talk }) => did(throwTalkAway(desk.db, reader.actor, talk.id), 'away'),
  goal: (at, form) => told(goalAct(at, form), 'doing'),
  tie: (at, form) => told(tieAct(at, form), 'doing'),
  untie,
  step: (at, form) => told(stepAct(at, form), 'doing'),
  evaluate: (at, form) => told(lookBackAct(at, form), 'doing'),
  agenda: (at, form) => told(agendaAct(at, form), 'doing'),
}

/** Does what a form of the page asks; undefined: no such act. */
export function actOnTalk(at: AtTalk, form: Fields): Answer | undefined {
  const { act = '' } = form
  return Object.hasOwn(ACTS, act) ? ACTS[act]?.(at, form) : undefined
}
