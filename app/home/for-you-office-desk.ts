import { clock, type Day, dayOf, type Moment, weekDay } from '../kernel/day.ts'
import { daysBetween } from '../kernel/days.ts'
import { capital } from '../kernel/sentence.ts'
import { type Appointment, isComing, otherOf } from '../office/appointment.ts'
import { appointmentsOf } from '../office/appointment-store.ts'
import { comingMoments, type PeerGroup, peerAsks, peopleIn } from '../peer/peer.ts'
import { peersOf } from '../peer/peer-store.ts'
import type { RoomAsk } from './for-you.ts'
import type { Eyes, ForYouWho } from './for-you-line-desk.ts'
import { namesFrom } from './for-you-question-desk.ts'
import { forYouQuestionText } from './for-you-question-text.ts'
import { type IsFree, schoolDayBefore } from './quiet-day.ts'
import { isFreeAround } from './quiet-day-desk.ts'

type Near = { readonly today: Day; readonly isFree: IsFree }

/** Told of from the school day before. */
const isNear = (startsAt: Moment, { today, isFree }: Near) =>
  schoolDayBefore(dayOf(new Date(startsAt)), isFree) <= today

/** Appointments of tomorrow and today, and those that the other one called off. */
export async function ofAppointments({ desk, reader }: ForYouWho, d: Eyes): Promise<RoomAsk[]> {
  const { db, now, today } = desk
  const all = await appointmentsOf(db, reader.actor, reader.actor.personId, { from: now })
  if (all.length === 0) return []
  const near = { today, isFree: await isFreeAround(db, reader.actor, today) }
  return [
    ...all.filter((one) => isCalledOff(one, d.actor.personId, today)).map((one) => offLine(one, d)),
    ...all
      .filter((one) => isComing(one, now) && isNear(one.startsAt, near))
      .map((one) => nearLine(one, today, d)),
  ]
}

/** In days. */
const A_WEEK = 7
const isCalledOff = ({ state, ended }: Appointment, me: Appointment['host'], today: Day) =>
  state === 'cancelled' &&
  ended !== null &&
  ended.by !== me &&
  daysBetween(dayOf(new Date(ended.at)), today) <= A_WEEK

const withWhom = (one: Appointment, d: Eyes) =>
  namesFrom(d)(otherOf(one, d.actor.personId)) || forYouQuestionText(d.language).appointment.colleague

/** By mail a letter of its own told it at once. */
function offLine(one: Appointment, d: Eyes): RoomAsk {
  const text = forYouQuestionText(d.language).appointment
  const day = weekDay(dayOf(new Date(one.startsAt)), d.language)
  return {
    key: `appointment-off:${one.id}`,
    title: text.off(withWhom(one, d)),
    note: text.offNote(day, clock(one.startsAt, d.language)),
    act: text.act,
    href: '/office',
    letter: null,
  }
}

function nearLine(one: Appointment, today: Day, d: Eyes): RoomAsk {
  const text = forYouQuestionText(d.language).appointment
  const on = dayOf(new Date(one.startsAt))
  const time = clock(one.startsAt, d.language)
  const name = withWhom(one, d)
  return {
    key: `appointment:${one.id}:${one.startsAt}`,
    title: on === today ? text.today(time, name) : text.coming(capital(weekDay(on, d.language)), time, name),
    note: text.note(capital(one.place)),
    act: text.act,
    href: '/office',
    letter: 'questions',
    on,
    own: true,
    meets: true,
  }
}

/** Learning together: an answer, a light closing, and the moments of tomorrow and today; never what it is about. */
export async function ofPeers({ desk, reader }: ForYouWho, d: Eyes): Promise<RoomAsk[]> {
  const { db, now, today } = desk
  const groups = await peersOf(db, reader.actor)
  if (groups.length === 0) return []
  const near = { today, isFree: await isFreeAround(db, reader.actor, today) }
  return groups.flatMap((group) => [
    ...askedLine(group, today, d),
    ...(peopleIn(group).includes(d.actor.personId) ? comingMoments(group, now) : [])
      .filter(({ startsAt }) => isNear(startsAt, near))
      .map((moment) => momentLine(group, moment, today, d)),
  ])
}

function askedLine(group: PeerGroup, today: Day, d: Eyes): RoomAsk[] {
  const asks = peerAsks(group, d.actor.personId, today)
  if (asks === null) return []
  const text = forYouQuestionText(d.language).peers
  const name = namesFrom(d)(group.startedBy)
  const title = asks === 'answer' && name ? text.answerOf(name) : text[asks].title
  // Closing waits for nobody else.
  const own = asks === 'close' ? ({ own: true, letter: null } as const) : ({ letter: 'questions' } as const)
  const { note, act } = text[asks]
  return [{ key: `peers-${asks}:${group.id}`, title, note, act, href: `/peers/${group.id}`, ...own }]
}

function momentLine(
  group: PeerGroup,
  { id, startsAt }: PeerGroup['moments'][number],
  today: Day,
  d: Eyes,
): RoomAsk {
  const text = forYouQuestionText(d.language).peers
  const on = dayOf(new Date(startsAt))
  const time = clock(startsAt, d.language)
  const others = peopleIn(group).filter((person) => person !== d.actor.personId)
  return {
    key: `peers:${id}:${startsAt}`,
    title: on === today ? text.today(time) : text.coming(capital(weekDay(on, d.language)), time),
    note: text.note(others.map(namesFrom(d)).join(', ')),
    act: text.act,
    href: `/peers/${group.id}`,
    letter: 'questions',
    on,
    own: true,
    meets: true,
  }
}
