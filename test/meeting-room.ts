import type { Db } from '../app/db/database.ts'
import { closeRound, openRound } from '../app/deciding/decide-desk.ts'
import type { Moment } from '../app/kernel/day.ts'
import type { MeetingItemId, PersonId } from '../app/kernel/id.ts'
import { termsFor } from '../app/kernel/language.ts'
import { isRefusal } from '../app/kernel/refusal.ts'
import { joinCodeFor } from '../app/meeting/join-store.ts'
import { currentItem, type Stage } from '../app/meeting/meeting.ts'
import { markOf } from '../app/meeting/run.ts'
import { leadMeeting, readRun } from '../app/meeting/run-store.ts'
import { changeMeeting } from '../app/meeting/scene-store.ts'
import type { Seat } from '../app/meeting/seat.ts'
import { type Cast, NOW } from './cast.ts'
import { testApp } from './house.ts'
import { type MeetingVisit, visitMeeting } from './meeting-visit.ts'
import { asMember, cookieOf, type Visitor, visitor } from './request.ts'

/** A meeting that starts within the hour, with somebody who leads it and a clock that can be put forward. */
export type MeetingRoom = MeetingVisit & {
  readonly seatOf: (key: keyof Cast['people']) => Seat
  readonly code: () => Promise<string>
  readonly clock: { now: Date }
  open(): Promise<void>
  /** To the next item; the first time to the first. */
  next(): Promise<MeetingItemId>
  stage(stage: Stage): Promise<void>
  openRound(): Promise<void>
  closeRound(): Promise<void>
  close(): Promise<void>
  /** Somebody without a session. */
  stranger(): Visitor
  /** Joins by the code under a name of the team, or as a guest; answers who waits. */
  join(who: PersonId | { guest: string }): Promise<Visitor>
}

const WORDING = { language: 'nl', terms: termsFor('nl', 'ib', 'leraar') } as const

/** How these tests decide otherwise than by consent: as if it was planned so. */
export type Otherwise = {
  /** A majority on ballots without names. */
  readonly unnamed?: true
  readonly majority?: true
  readonly absentDays?: number
}

export async function meetingRoom(
  db: Db,
  rest: Parameters<typeof visitMeeting>[1] = {},
  otherwise: Otherwise = {},
): Promise<MeetingRoom> {
  const startsAt = '2026-11-19T10:00:00.000Z' as Moment
  const visit = await visitMeeting(db, { startsAt, ...rest })
  await decideOtherwise(visit, otherwise)
  const { cast, meeting } = visit
  const clock = { now: NOW }
  const app = testApp(db, { now: () => clock.now })
  const moment = () => clock.now.toISOString() as Moment
  const seatOf = (key: keyof Cast['people']): Seat => ({
    meetingId: meeting,
    schoolId: cast.schoolId,
    person: cast.people[key],
    via: 'session',
    pass: null,
    waitsAs: null,
    actor: cast.member(key),
  })
  const karin = seatOf('karin')
  const mark = async () => markOf(await readRun(db, karin.actor, await visit.now(), moment()))
  const led = async (act: Parameters<typeof leadMeeting>[2]) =>
    well(await leadMeeting(db, karin, act, moment()))
  const current = async () => {
    const item = currentItem(await visit.now())
    if (!item) throw new Error('no item is under way')
    return item.id
  }
  const at = async () => ({
    db,
    seat: karin,
    meetingId: meeting,
    itemId: await current(),
    now: moment(),
    wording: WORDING,
  })
  const code = async () => String(await joinCodeFor(db, cast.keeper, meeting, moment()))
  return {
    ...visit,
    app,
    clock,
    seatOf,
    code,
    as: (key) => asMember(app, db, cast, key, clock.now),
    open: async () => led({ act: 'open' }),
    next: async () => {
      await led({ act: 'next', mark: await mark(), leave: 'done' })
      return current()
    },
    stage: async (stage) => led({ act: 'stage', mark: await mark(), stage }),
    openRound: async () => well(await openRound(await at())),
    closeRound: async () => well(await closeRound(await at())),
    close: async () => led({ act: 'close', mark: await mark(), left: new Map() }),
    stranger: () => visitor(app),
    join: async (who) => {
      const fields: Record<string, string> =
        typeof who === 'string' ? { person: who } : { guest: 'yes', name: who.guest }
      const answer = await visitor(app).post(`/join/${await code()}`, fields)
      return visitor(app, `meeting=${cookieOf(answer, 'meeting')}`)
    },
  }
}

const decideOtherwise = ({ db, cast, meeting }: MeetingVisit, { unnamed, majority, absentDays }: Otherwise) =>
  changeMeeting(db, cast.keeper, meeting, ({ sql }) =>
    sql
      .updateTable('meeting')
      .set({
        rule: unnamed || majority ? 'majority' : 'consent',
        percentage: unnamed || majority ? 50 : null,
        quorum: unnamed ? 5 : 4,
        unnamed: unnamed ? 1 : 0,
        absent_days: absentDays ?? null,
      })
      .where('id', '=', meeting)
      .execute(),
  )

function well(answer: unknown): void {
  if (answer === null || isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
}
