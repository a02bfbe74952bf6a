import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { isOnFreeDay } from '../visit/school-day-desk.ts'
import { tellPeersBy } from './letter-desk.ts'
import { type PeerGroup, peopleIn } from './peer.ts'
import {
  agreeOn,
  answerPeers,
  answerThird,
  askAnother,
  cancelMeeting,
  closePeers,
  dropAgreement,
  keepForMyself,
  keepTogether,
  leavePeers,
  meetPeers,
  moveMeeting,
  reframePeers,
  showOnMap,
  takeBackAsk,
} from './peer-act-store.ts'
import { type AtPeers, endsFor } from './peer-desk.ts'
import { type PeerForm, parseAgreement, parseFrame, parsePlaced, parseWords } from './peer-form.ts'
import type { PeerNo } from './peer-may.ts'
import type { peerOneText } from './peer-one-text.ts'
import type { Changing } from './peer-write-store.ts'

/** What was done, as the notice on the next page tells it. */
export type PeerDone = keyof ReturnType<typeof peerOneText>['says']

/** One group, who looks, and the form as it came in. */
export type AtGroup = AtPeers & { readonly group: PeerGroup; readonly form: PeerForm }

type Act = (at: AtGroup & { readonly changing: Changing }) => Promise<PeerDone | PeerNo>

/** The name of what was done; a group that is not there (any more) is a 404. */
async function after(result: Promise<'done' | PeerNo | null>, done: PeerDone): Promise<PeerDone | PeerNo> {
  const answer = await result
  if (answer === null) throw new HTTPException(404)
  return isRefusal(answer) ? answer : done
}

const answer =
  (isYes: boolean): Act =>
  ({ desk, reader, changing }) =>
    after(answerPeers(desk.db, reader.actor, changing, isYes), isYes ? 'yes' : 'no')

const third =
  (isYes: boolean): Act =>
  ({ desk, reader, changing }) =>
    after(answerThird(desk.db, reader.actor, changing, isYes), isYes ? 'third-yes' : 'third-no')

const another: Act = async ({ desk, reader, group, form, changing }) => {
  const who = parseId<'person'>(form['who'])
  if (who === null) return refuse(form['who'] ? 'who-unknown' : 'who-missing', 'who')
  const done = peopleIn(group).length > 1 ? 'named' : 'another'
  return after(askAnother(desk.db, reader.actor, changing, who), done)
}

const takeBack: Act = async ({ desk, reader, form, changing }) => {
  const who = parseId<'person'>(form['who'])
  if (who === null) return refuse('not-asked')
  return after(takeBackAsk(desk.db, reader.actor, changing, who), 'taken-back')
}

const frame: Act = async (at) => {
  const { desk, reader, group, form, changing, topics } = at
  const ends = (await endsFor(at)).map(({ to }) => to)
  const given = parseFrame(form, { topics, ends, before: group })
  if (isRefusal(given)) return given
  return after(reframePeers(desk.db, reader.actor, changing, given), 'framed')
}

const agree: Act = async ({ desk, reader, form, changing }) => {
  const text = parseAgreement(form)
  return isRefusal(text) ? text : after(agreeOn(desk.db, reader.actor, changing, text), 'agreed')
}

const drop: Act = async ({ desk, reader, form, changing }) => {
  const id = parseId<'peer-agreement'>(form['agreement'])
  if (id === null) throw new HTTPException(404)
  return after(dropAgreement(desk.db, reader.actor, changing, id), 'dropped')
}

const meet: Act = async (at) => {
  const placed = parsePlaced(at.form, at.desk.now)
  if (isRefusal(placed)) return placed
  if (await isOnFreeDay(at, placed)) return refuse('no-school-day', 'startsAt')
  return after(meetPeers(at.desk.db, at.reader.actor, at.changing, placed), 'moment')
}

const move: Act = async (at) => {
  const id = parseId<'peer-moment'>(at.form['moment'])
  if (id === null) return refuse('moment-gone')
  const placed = parsePlaced(at.form, at.desk.now)
  if (isRefusal(placed)) return placed
  if (await isOnFreeDay(at, placed)) return refuse('no-school-day', 'startsAt')
  return after(moveMeeting(at.desk.db, at.reader.actor, at.changing, { id, ...placed }), 'moved')
}

const callOff: Act = async ({ desk, reader, form, changing }) => {
  const id = parseId<'peer-moment'>(form['moment'])
  if (id === null) return refuse('moment-gone')
  return after(cancelMeeting(desk.db, reader.actor, changing, id), 'called-off')
}

const brought: Act = async ({ desk, reader, form, changing }) => {
  const words = parseWords(form, 'brought')
  return isRefusal(words) ? words : after(keepForMyself(desk.db, reader.actor, changing, words), 'brought')
}

const kept: Act = async ({ desk, reader, form, changing }) => {
  const words = parseWords(form, 'kept')
  return isRefusal(words)
    ? words
    : after(keepTogether(desk.db, reader.actor, changing, words, form['was'] ?? null), 'kept')
}

const shown: Act = ({ desk, reader, form, changing }) =>
  after(showOnMap(desk.db, reader.actor, changing, form['shows'] === 'yes'), 'shown')

const close: Act = ({ desk, reader, changing }) =>
  after(closePeers(desk.db, reader.actor, changing), 'closed')

const leave: Act = ({ desk, reader, group, changing }) => {
  const isAlone = group.members.every(
    ({ personId, state }) => personId === reader.actor.personId || (state !== 'in' && state !== 'left'),
  )
  return after(leavePeers(desk.db, reader.actor, changing), isAlone ? 'gone' : 'left')
}

const ACTS: Readonly<Record<string, Act>> = {
  yes: answer(true),
  no: answer(false),
  'third-yes': third(true),
  'third-no': third(false),
  another,
  'take-back': takeBack,
  frame,
  agree,
  drop,
  meet,
  move,
  'call-off': callOff,
  brought,
  kept,
  shown,
  close,
  leave,
}

/** Does what a form asks; an act that is not there is a 404. */
export async function actOnPeers(at: AtGroup): Promise<PeerDone | PeerNo> {
  const name = at.form['act'] ?? ''
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
  if (!act) throw new HTTPException(404)
  const given = at.form['revision'] ?? ''
  const revision = /^\d{1,9}$/.test(given) ? Number(given) : -1
  const changing = {
    id: at.group.id,
    // Another aim or end is of all: a form says from which revision it began.
    revision: name === 'frame' ? revision : null,
    now: at.desk.now,
    tell: tellPeersBy(at.sending),
  }
  return act({ ...at, changing })
}
