import { mayAdopt } from '../deciding/adopt-may.ts'
import type { Moment } from '../kernel/day.ts'
import type { MeetingId, MeetingItemId, PersonId, SchoolId } from '../kernel/id.ts'
import type { May } from '../kernel/refusal.ts'
import type { Meeting, MeetingItem } from '../meeting/meeting.ts'
import { mayPlanMeetings, mayPrepare, mayRecord, mayRun, maySay, mayVote } from '../meeting/meeting-may.ts'
import type { Seat } from '../meeting/seat.ts'
import {
  mayConfirmMinutes,
  mayCorrectMinutes,
  mayPutMinutes,
  mayReadMinutes,
  mayTickAction,
  mayWriteMinutes,
} from '../minutes/minutes-may.ts'
import { type Actor, personOf } from '../session/actor.ts'

type Ask = (actor: Actor) => May

const NOW = '2026-11-19T09:42:00.000Z' as Moment

/** A meeting of which the expert teacher is the chair and a staff member takes the minutes. */
const meetingOf = (schoolId: SchoolId, voters: readonly PersonId[]): Meeting => ({
  id: 'meeting' as MeetingId,
  schoolId,
  planId: null,
  template: 'ordinary',
  title: '',
  startsAt: NOW,
  minutes: 60,
  place: '',
  chair: 'expert' as PersonId,
  minuteTaker: 'staff' as PersonId,
  deciding: { rule: { kind: 'consent' }, quorum: 1, unnamed: false, absentDays: null, voters },
  phase: 'running',
  joinCode: null,
  current: null,
  revision: 1,
  invitation: { number: 0, sentAt: null, print: null },
  cancelledAt: null,
  cancelReason: null,
  opened: { at: NOW, by: 'expert' as PersonId },
  closed: null,
  mrInformedOn: null,
})

const itemOf = (kind: MeetingItem['kind']): MeetingItem => ({
  id: 'item' as MeetingItemId,
  position: 0,
  kind,
  subjectId: null,
  title: '',
  text: '',
  purpose: 'decision',
  minutes: 5,
  state: 'current',
  stage: null,
  spent: 0,
  decisionId: null,
  carriedFrom: null,
  addedBy: null,
})

/** Where an asker sits: signed in. A program sits nowhere; who joined by the code is asked by the tests of the seat. */
const seatOf = (actor: Actor, { id, schoolId }: Meeting): Seat => ({
  meetingId: id,
  schoolId,
  person: personOf(actor),
  via: 'session',
  waitsAs: null,
  pass: null,
  actor,
})

/** Whether this asker leads a meeting that runs. */
export const leadsMeeting = (schoolId: SchoolId, actor: Actor) => {
  const running = meetingOf(schoolId, [])
  return mayRun(seatOf(actor, running), running).may
}

/** Every act in and around a meeting, with the one place that decides about it. */
export function meetingActs(schoolId: SchoolId, voters: readonly PersonId[]): Record<string, Ask> {
  const running = meetingOf(schoolId, voters)
  const coming: Meeting = { ...running, phase: 'prepare', opened: null }
  const closed: Meeting = { ...running, phase: 'closed', closed: running.opened }
  const inRoom =
    (may: (seat: Seat, meeting: Meeting) => May): Ask =>
    (actor) =>
      may(seatOf(actor, running), running)
  return {
    'plan a meeting': (actor) => mayPlanMeetings(actor),
    'prepare a meeting (chair: the expert, minutes: the staff member)': (actor) => mayPrepare(actor, coming),
    'bring something in to an item, ask, react': (actor) =>
      maySay(seatOf(actor, running), running, itemOf('free')),
    'lead that meeting in the room': inRoom(mayRun),
    'write down for others there: who is there, voices by telephone, hands counted': inRoom(mayRecord),
    'speak in its rounds': inRoom(mayVote),
    'close the adoption of the plan there, with the seal': inRoom(mayAdopt),
    'read its minutes': (actor) => mayReadMinutes(actor, closed),
    'complete its minutes': (actor) => mayWriteMinutes(actor, closed, 'draft'),
    'put its minutes before the team': (actor) => mayPutMinutes(actor, closed, 'draft'),
    'confirm earlier minutes there': (actor) => mayConfirmMinutes(actor, running, itemOf('minutes')),
    'sign a correction of its confirmed minutes': (actor) => mayCorrectMinutes(actor, closed, 'sealed'),
    'say that an action of a teacher is done': (actor) =>
      mayTickAction(actor, closed, { owner: 'teacher' as PersonId }),
  }
}
