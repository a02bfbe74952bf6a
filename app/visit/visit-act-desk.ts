import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { tellBy } from './letter-desk.ts'
import { isOnFreeDay } from './school-day-desk.ts'
import { askToSwap, noToSwap } from './swap-desk.tsx'
import type { Visit, VisitNo } from './visit.ts'
import {
  agreeVisit,
  type Changing,
  callOffVisit,
  declineCover,
  declineVisit,
  fallOut,
  goAlone,
  handOver,
  proposeMoment,
  takeOver,
} from './visit-change-store.ts'
import type { AtVisits } from './visit-desk.ts'
import { parseMoment, parseWords, type VisitForm } from './visit-form.ts'

/** One visit, who looks, and the form as it came in. */
export type AtVisit = AtVisits & {
  readonly visit: Visit
  readonly form: VisitForm
  readonly changing: Changing
}
type Act = (at: AtVisit) => Promise<string | VisitNo>

export const changingOf = ({ desk, sending }: AtVisits, visit: Visit, form: VisitForm): Changing => ({
  id: visit.id,
  revision: /^\d{1,9}$/.test(form['revision'] ?? '') ? Number(form['revision']) : -1,
  now: desk.now,
  tell: tellBy(sending),
})

/** The name of what was done, for the notice; a visit that is not there (any more) is a 404. */
async function after(result: Promise<'done' | VisitNo | null>, done: string) {
  const answer = await result
  if (answer === null) throw new HTTPException(404)
  return isRefusal(answer) ? answer : done
}

const answer: Act = ({ desk, reader, changing }) =>
  after(agreeVisit(desk.db, reader.actor, changing), 'agreed')

const noThanks: Act = async ({ desk, reader, visit, form, changing }) => {
  const words = parseWords(form)
  if (typeof words !== 'string') return words
  const done = visit.state === 'agreed' ? 'stays' : 'declined'
  return after(declineVisit(desk.db, reader.actor, changing, words), done)
}

const move: Act = async (at) => {
  const { desk, reader, form, changing } = at
  const moment = parseMoment(form, desk.now)
  if (isRefusal(moment)) return moment
  if (await isOnFreeDay(at, moment)) return refuse('no-school-day', 'startsAt')
  return after(proposeMoment(desk.db, reader.actor, changing, moment), 'moved')
}

const callOff: Act = async ({ desk, reader, form, changing }) => {
  const words = parseWords(form)
  if (typeof words !== 'string') return words
  return after(callOffVisit(desk.db, reader.actor, changing, words), 'off')
}

const cannotCover: Act = ({ desk, reader, changing }) =>
  after(fallOut(desk.db, reader.actor, changing), 'fell-out')

const without: Act = ({ desk, reader, changing }) =>
  after(goAlone(desk.db, reader.actor, changing), 'without')

const askColleague: Act = async ({ desk, reader, visit, form, changing }) => {
  const colleague = parseId<'person'>(form['colleague'])
  if (colleague === null) return refuse('cover-unknown', 'colleague')
  const done = visit.cover === null ? 'asked-cover' : 'hand-over'
  return after(handOver(desk.db, reader.actor, changing, colleague), done)
}

const takeBack: Act = ({ desk, reader, visit, changing }) =>
  after(handOver(desk.db, reader.actor, changing, null), visit.cover === null ? 'asked-back' : 'kept')

const cover: Act = ({ desk, reader, form, changing }) =>
  form['answer'] === 'yes'
    ? after(takeOver(desk.db, reader.actor, changing), 'took')
    : after(declineCover(desk.db, reader.actor, changing), 'not-took')

/** What can be done with a visit, by the name of the act in its form. */
export const VISIT_ACTS: Readonly<Record<string, Act>> = {
  answer,
  no: noThanks,
  move,
  'call-off': callOff,
  'fall-out': cannotCover,
  without,
  'hand-over': askColleague,
  'take-back': takeBack,
  cover,
  swap: (at) => askToSwap(at, at.visit, at.form),
  'swap-end': (at) => noToSwap(at, at.form),
}
