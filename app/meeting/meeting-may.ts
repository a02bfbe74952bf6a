import type { PersonId } from '../kernel/id.ts'
import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole } from '../session/actor.ts'
import type { ItemKind, Meeting, MeetingItem } from './meeting.ts'
import type { Seat } from './seat.ts'

/** Why somebody may or may not, in and around a meeting. */
export type MeetingBecause =
  | 'of-the-school'
  | 'plans-meetings'
  | 'only-who-plans'
  | 'leads-the-meeting'
  | 'only-who-leads'
  | 'takes-the-minutes'
  | 'only-minute-taker'
  | 'has-voice'
  | 'no-voice'
  | 'guest-watches'
  | 'meeting-over'
  | 'not-running'

/** Planning a meeting: the coordinator and the principal. */
export const mayPlanMeetings = (actor: Actor): May<MeetingBecause> =>
  hasRole(actor, 'coordinator') || hasRole(actor, 'principal') ? yes('plans-meetings') : no('only-who-plans')

/** Preparing this meeting: who plans meetings, its chair and its minute-taker, until it is closed. */
export function mayPrepare(actor: Actor, meeting: Meeting): May<MeetingBecause> {
  if (meeting.phase === 'closed' || meeting.cancelledAt !== null) return no('meeting-over')
  if (mayPlanMeetings(actor).may) return yes('plans-meetings')
  const person = actor.kind === 'member' ? actor.personId : null
  return person !== null && runsIt(meeting, person) ? yes('leads-the-meeting') : no('only-who-plans')
}

const runsIt = (meeting: Meeting, person: PersonId) =>
  meeting.chair === person || meeting.minuteTaker === person

/** Putting a point on the agenda: who prepares any; while it is being prepared everybody of the school words of their own. */
export function mayAddItem(actor: Actor, meeting: Meeting, kind: ItemKind): May<MeetingBecause> {
  const prepares = mayPrepare(actor, meeting)
  if (prepares.may || prepares.because === 'meeting-over') return prepares
  if (actor.kind !== 'member' || meeting.phase !== 'prepare') return prepares
  return kind === 'free' || kind === 'proposal' ? yes('of-the-school') : prepares
}

/** Changing or taking away an item: who prepares, and who put it there in words of their own. */
export function mayChangeItem(actor: Actor, meeting: Meeting, item: MeetingItem): May<MeetingBecause> {
  const adds = mayAddItem(actor, meeting, item.kind)
  if (!adds.may || adds.because !== 'of-the-school') return adds
  return actor.kind === 'member' && item.addedBy === actor.personId ? adds : no('only-who-plans')
}

/** Leading in the room: the chair, and the minute-taker beside the chair. */
export function mayRun(seat: Seat, meeting: Meeting): May<MeetingBecause> {
  if (seat.person === null) return no('guest-watches')
  return seat.via === 'session' && runsIt(meeting, seat.person)
    ? yes('leads-the-meeting')
    : no('only-who-leads')
}

/** Writing down for others: attendance, voices by telephone, hands and papers counted, the minutes. */
export const mayRecord = (seat: Seat, meeting: Meeting): May<MeetingBecause> =>
  mayRun(seat, meeting).may ? yes('takes-the-minutes') : no('only-minute-taker')

/** A voice: who was named before the first voice. */
export function mayVote(seat: Seat, meeting: Meeting): May<MeetingBecause> {
  if (seat.person === null) return no('guest-watches')
  return meeting.deciding.voters.includes(seat.person) ? yes('has-voice') : no('no-voice')
}

/** Saying something to an item: everybody of the school, beforehand and in the room. */
export function maySay(seat: Seat, meeting: Meeting, _item: MeetingItem): May<MeetingBecause> {
  if (seat.person === null) return no('guest-watches')
  return meeting.phase === 'closed' || meeting.cancelledAt !== null
    ? no('meeting-over')
    : yes('of-the-school')
}
