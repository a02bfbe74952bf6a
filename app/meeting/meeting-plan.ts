import type { Moment } from '../kernel/day.ts'
import { type PersonId, type PlanId, parseId } from '../kernel/id.ts'
import type { RoundRefusal } from '../round/round.ts'
import type { Deciding, ItemKind, Meeting, MeetingItem, Template } from './meeting.ts'
import type { MeetingBecause } from './meeting-may.ts'

/** A point for the agenda, before it has a place on it. */
export type NewItem = Pick<
  MeetingItem,
  'kind' | 'subjectId' | 'title' | 'text' | 'purpose' | 'minutes' | 'carriedFrom'
>

/** When, where and with whom: what can change until the meeting is closed. */
export type MeetingDetails = {
  readonly title: string
  readonly startsAt: Moment
  readonly minutes: number
  readonly place: string
  readonly chair: PersonId
  readonly minuteTaker: PersonId
}

/** All that a meeting begins with. */
export type NewMeeting = MeetingDetails & {
  readonly template: Template
  readonly planId: PlanId | null
  readonly deciding: Deciding
  readonly items: readonly NewItem[]
}

export type PlanningRefusal =
  | Extract<
      RoundRefusal,
      | 'rule-unknown'
      | 'percentage-unknown'
      | 'quorum-unknown'
      | 'voters-missing'
      | 'voter-unknown'
      | 'chair-unknown'
      | 'text-too-long'
      | 'reason-missing'
      | 'answer-unknown'
      | 'unnamed-too-few'
      | 'unnamed-not-majority'
      | 'absent-days-unknown'
    >
  | 'template-unknown'
  | 'title-missing'
  | 'title-too-long'
  | 'time-unknown'
  | 'time-past'
  | 'length-unknown'
  | 'place-too-long'
  | 'taker-unknown'
  | 'voices-given'
  | 'meeting-over'
  | 'meeting-runs'
  | 'cancel-why-missing'
  | 'item-gone'
  | 'item-known'
  | 'item-begun'
  | 'item-title-missing'
  | 'item-text-missing'
  | 'item-minutes-unknown'
  | 'purpose-unknown'
  | 'too-many-items'
  | 'nobody-to-invite'
  | 'stale'

/** Every way in which preparing a meeting says no. */
export type PlanningNo =
  | { readonly refused: PlanningRefusal; readonly field?: string }
  | { readonly refused: 'may-not'; readonly because: MeetingBecause }

/** Whether a point of free words is about something that has a page of its own elsewhere. */
export const isAboutElsewhere = ({ kind, subjectId }: Pick<NewItem, 'kind' | 'subjectId'>) =>
  kind === 'free' && parseId(subjectId) !== null

export const LONGEST = { title: 120, place: 120, itemTitle: 200, itemText: 4_000, reason: 600 } as const
/** A meeting of a day is the longest; an item has at least a minute. */
export const MOST_MINUTES = 480
export const MOST_ITEMS = 60
/** For a meeting without a vote by ballot or a term for who was absent. */
export const FIRST_ABSENT_DAYS = 7

/** The minutes of an agenda against the length of its meeting; `over` when it does not fit. */
export function minutesOf(meeting: Pick<Meeting, 'minutes'>, items: readonly Pick<MeetingItem, 'minutes'>[]) {
  const planned = items.reduce((sum, item) => sum + item.minutes, 0)
  return { planned, length: meeting.minutes, over: Math.max(0, planned - meeting.minutes) }
}

/** When a meeting ends as it is planned. */
export const endOf = ({ startsAt, minutes }: Pick<Meeting, 'startsAt' | 'minutes'>) =>
  new Date(Date.parse(startsAt) + minutes * 60_000).toISOString() as Moment

/**
 * Why it can't be changed any more how the team decides: a voice was given beforehand, or a decision was opened. Null:
 * it still can.
 */
export function decidingIsFixed(items: readonly Pick<MeetingItem, 'decisionId'>[], voicesBefore: number) {
  if (items.some((item) => item.decisionId !== null)) return 'decision-opened' as const
  return voicesBefore > 0 ? ('voice-beforehand' as const) : null
}

/** The same piece of the plan is not talked through twice; of points in one's own words there may be many. */
export const sameSubject = (
  one: Pick<NewItem, 'kind' | 'subjectId'>,
  other: Pick<NewItem, 'kind' | 'subjectId'>,
) =>
  one.kind === other.kind &&
  one.subjectId === other.subjectId &&
  !(hasOwnText(one.kind) && one.subjectId === null)

/** Whether it is a point in somebody's own words, and not about something that stands elsewhere. */
export const hasOwnText = (kind: ItemKind) => kind === 'free' || kind === 'proposal'

/** More than half. */
export const firstQuorum = (voters: number) => Math.floor(voters / 2) + 1

/** What an invitation says: when any of it changes, who had it is told. */
export const invitationPrint = ({
  title,
  startsAt,
  minutes,
  place,
}: Pick<Meeting, 'title' | 'startsAt' | 'minutes' | 'place'>) =>
  JSON.stringify([title, startsAt, minutes, place])
