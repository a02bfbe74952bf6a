import { type May, no, yes } from '../kernel/refusal.ts'
import type { Meeting, MeetingItem } from '../meeting/meeting.ts'
import { mayPlanMeetings } from '../meeting/meeting-may.ts'
import { type Actor, personOf } from '../session/actor.ts'
import type { Action } from './action.ts'
import type { MinutesState } from './minutes-state.ts'

export type MinutesBecause =
  | 'of-the-school'
  | 'only-the-school'
  | 'keeps-minutes'
  | 'only-who-keeps'
  | 'not-opened'
  | 'meeting-runs'
  | 'already-put'
  | 'minutes-sealed'
  | 'not-sealed'
  | 'chairs-confirming'
  | 'only-its-chair'
  | 'own-action'

type Of = Pick<Meeting, 'schoolId' | 'chair' | 'minuteTaker' | 'opened' | 'phase'>

/** Everybody of the school reads minutes, also old ones; a guest and a program don't. */
export const mayReadMinutes = (actor: Actor, meeting: Of): May<MinutesBecause> =>
  actor.kind === 'member' && actor.schoolId === meeting.schoolId
    ? meeting.opened === null
      ? no('not-opened')
      : yes('of-the-school')
    : no('only-the-school')

/** Whether this is the chair or the minute-taker of the meeting. */
export function keepsMinutes(actor: Actor, meeting: Pick<Meeting, 'chair' | 'minuteTaker'>) {
  const person = personOf(actor)
  return person !== null && (person === meeting.chair || person === meeting.minuteTaker)
}

/** Notes and actions: the minute-taker, and the chair beside; from the opening until the minutes are confirmed. */
export function mayWriteMinutes(actor: Actor, meeting: Of, state: MinutesState): May<MinutesBecause> {
  if (!keepsMinutes(actor, meeting)) return no('only-who-keeps')
  if (meeting.opened === null) return no('not-opened')
  return state === 'sealed' ? no('minutes-sealed') : yes('keeps-minutes')
}

export function mayPutMinutes(actor: Actor, meeting: Of, state: MinutesState): May<MinutesBecause> {
  const may = mayWriteMinutes(actor, meeting, state)
  if (!may.may) return may
  if (meeting.phase !== 'closed') return no('meeting-runs')
  return state === 'put' ? no('already-put') : yes('keeps-minutes')
}

/** The chair of the meeting that has these minutes on its agenda, while it runs. */
export function mayConfirmMinutes(
  actor: Actor,
  later: Pick<Meeting, 'chair' | 'phase'>,
  item: Pick<MeetingItem, 'kind'>,
): May<MinutesBecause> {
  if (item.kind !== 'minutes' || later.phase !== 'running') return no('only-its-chair')
  return personOf(actor) === later.chair ? yes('chairs-confirming') : no('only-its-chair')
}

/** A correction is signed by who kept the minutes, or by who plans meetings when they are gone. */
export function mayCorrectMinutes(actor: Actor, meeting: Of, state: MinutesState): May<MinutesBecause> {
  if (personOf(actor) === null) return no('only-who-keeps')
  if (!keepsMinutes(actor, meeting) && !mayPlanMeetings(actor).may) return no('only-who-keeps')
  return state === 'sealed' ? yes('keeps-minutes') : no('not-sealed')
}

/** Saying that an action is done: whose it is, and who keeps the minutes. */
export function mayTickAction(
  actor: Actor,
  meeting: Pick<Meeting, 'chair' | 'minuteTaker'>,
  action: Pick<Action, 'owner'>,
): May<MinutesBecause> {
  if (personOf(actor) === action.owner) return yes('own-action')
  return keepsMinutes(actor, meeting) ? yes('keeps-minutes') : no('only-who-keeps')
}
