import { placeKey } from '../app/adoption/typed-place.ts'
import type { Db } from '../app/db/database.ts'
import { closeRound, openRound, renewRound } from '../app/deciding/decide-desk.ts'
import type { DecisionId, MeetingId } from '../app/kernel/id.ts'
import { attend } from '../app/meeting/attend-store.ts'
import type { Attending } from '../app/meeting/attendance.ts'
import type { SayKind } from '../app/meeting/meeting.ts'
import type { NewMeeting } from '../app/meeting/meeting-plan.ts'
import { planMeeting } from '../app/meeting/meeting-write-store.ts'
import { markOf } from '../app/meeting/run.ts'
import { leadMeeting } from '../app/meeting/run-store.ts'
import { addSay, markSay } from '../app/meeting/say-store.ts'
import { readScene } from '../app/meeting/scene-store.ts'
import type { Seat } from '../app/meeting/seat.ts'
import { speakAs } from '../app/round/round-room-store.ts'
import { fingerprint } from '../app/writing/passage.ts'
import type { Cast } from './cast.ts'
import { at, type LedMeeting, leadMeetingOf, WORDING } from './led-meeting.ts'
import { newItem, newMeeting, VOTERS } from './meeting-visit.ts'
import { done } from './written-plan.ts'

export const OBJECTION = 'Niet alles is voor iedereen.'
export const CHANGED = 'We delen wat de ander verder helpt.'

/** Somebody comes, goes, or is written down by the minute-taker. */
export async function come(led: LedMeeting, key: keyof Cast['people'], what: Attending, minute: number) {
  const act = { seat: led.seat('anouk'), person: led.cast.people[key], what, now: at(minute), at: at(minute) }
  done(await attend(led.db, act))
}

export async function say(led: LedMeeting, key: keyof Cast['people'], kind: SayKind, text: string) {
  const item = await led.item('principle')
  return done(await addSay(led.db, led.seat(key), item.id, { kind, text, source: null }, at(2)))
}

/**
 * An afternoon of the cast: Petra comes later, Bram goes sooner, Paul is absent and gives his voice by telephone; Bram
 * objects to a principle, the text is changed and gets consent; the goal is decided at once, the plan carried over.
 */
export async function holdMeeting(db: Db, rest: Partial<NewMeeting> = {}): Promise<LedMeeting> {
  const led = await leadMeetingOf(db, rest)
  for (const key of ['anouk', 'bram'] as const) await come(led, key, 'present', 1)
  await come(led, 'youssef', 'remote', 1)
  await come(led, 'paul', 'absent-notice', 1)
  await led.goTo('principle', 1)
  const question = await say(led, 'youssef', 'question', 'Geldt dit ook voor wat mislukt?')
  await say(led, 'bram', 'reaction', 'Dit zegt Bram en niemand bespreekt het.')
  done(await markSay(db, led.seat('karin'), question as never, true, at(3)))
  await decidePrinciple(led)
  await come(led, 'petra', 'present', 13)
  await led.goTo('goal', 13)
  done(await openRound(await led.deciding('goal', 14)))
  await led.everyone('goal', 15, 'karin', 'anouk', 'bram', 'petra', 'youssef')
  done(await closeRound(await led.deciding('goal', 16)))
  await come(led, 'bram', 'left', 30)
  return led
}

async function decidePrinciple(led: LedMeeting) {
  const first = done(await openRound(await led.deciding('principle', 4)))
  await led.everyone('principle', 5, 'karin', 'anouk', 'youssef')
  await led.speak('principle', 'bram', { kind: 'objection', reason: OBJECTION }, 5)
  done(await closeRound(await led.deciding('principle', 6)))
  const key = placeKey(led.principle, 'text')
  const texts = [{ key, text: CHANGED, base: fingerprint('We delen alles.') }]
  done(await renewRound(await led.deciding('principle', 8), { changeNote: 'Niet alles: wat helpt.', texts }))
  await led.everyone('principle', 9, 'karin', 'anouk', 'bram')
  await led.speak('principle', 'youssef', { kind: 'concern', text: 'Mag het klein beginnen?' }, 9)
  const { cast, db } = led
  const by = { how: 'phone', enteredBy: cast.people.anouk } as const
  const paul = cast.people.paul
  done(await speakAs(db, cast.member('anouk'), first as never, paul, { kind: 'consent' }, by, at(10)))
  done(await closeRound(await led.deciding('principle', 12)))
}

/** The chair closes the meeting; what was not dealt with is carried over. */
export async function closeMeeting(led: LedMeeting, minute = 60) {
  const scene = await led.now()
  const mark = markOf({ items: scene.items, current: scene.meeting.current })
  const left = new Map(
    scene.items.flatMap(({ id, decisionId }) => (decisionId ? [[id, 'done'] as const] : [])),
  )
  done(await leadMeeting(led.db, led.seat('karin'), { act: 'close', mark, left }, at(minute)))
}

/** A week later: a meeting that has the minutes of this one on its agenda, and runs. Petra leads it. */
export async function nextMeeting(led: LedMeeting) {
  const { db, cast, meeting } = led
  const items = [newItem('minutes', meeting, { title: 'Notulen', purpose: 'decision' })]
  const given = newMeeting(cast, { items, title: 'Teamvergadering', chair: cast.people.petra })
  const later = done(await planMeeting(db, cast.member('karin'), given, at(61)))
  done(await leadMeeting(db, seatAtNext(led, later), { act: 'open' }, at(62)))
  return later
}

const seatAtNext = ({ cast }: LedMeeting, meetingId: MeetingId): Seat => ({
  meetingId,
  schoolId: cast.schoolId,
  person: cast.people.petra,
  via: 'session',
  waitsAs: null,
  pass: null,
  actor: cast.member('petra'),
})

/** That meeting asks the team for consent on the minutes, and everyone gives it. */
export async function consentToMinutes(led: LedMeeting, later: MeetingId) {
  const { db, cast } = led
  const seat = seatAtNext(led, later)
  const scene = await readScene(db, cast.keeper, later)
  const item = scene?.items[0]
  if (!scene || !item) throw new Error('nothing on this agenda')
  const mark = markOf({ items: scene.items, current: null })
  done(await leadMeeting(db, seat, { act: 'go', mark, item: item.id }, at(62)))
  const deciding = { db, seat, meetingId: later, itemId: item.id, now: at(63), wording: WORDING }
  const id = done(await openRound(deciding)) as DecisionId
  const by = { how: 'self', enteredBy: null } as const
  for (const key of VOTERS)
    done(await speakAs(db, cast.member(key), id, cast.people[key], { kind: 'consent' }, by, at(64)))
  done(await closeRound({ ...deciding, now: at(65) }))
}
