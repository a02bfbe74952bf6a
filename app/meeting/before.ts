import type { Moment } from '../kernel/day.ts'
import type { MeetingItemId, PersonId } from '../kernel/id.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Answer } from '../round/round.ts'
import type { Meeting, MeetingItem } from './meeting.ts'

/** The voice of somebody who can't be there, bound to the text to which it was given. */
export type VoiceBefore = {
  readonly item: MeetingItemId
  readonly person: PersonId
  readonly answer: Answer
  /** The fingerprint of the text as it stood: of another text it does not count. */
  readonly textPrint: string
  readonly givenAt: Moment
}

/** Why no voice can be given beforehand on an item; null: it can. */
export type NoVoiceBefore =
  | 'not-for-deciding'
  | 'nothing-to-decide'
  | 'no-voice'
  | 'unnamed'
  | 'afterwards-instead'
  | 'item-begun'
  | 'meeting-over'

export type BeforeNo = Refusal<NoVoiceBefore | 'item-gone' | 'text-moved-on'>

type Of = {
  readonly meeting: Meeting
  readonly item: MeetingItem
  readonly person: PersonId | null
  /** Fingerprint of what would be decided; null: nothing. */
  readonly print: string | null
}

/** Until the item has its turn; where the school chose that who was absent comes back afterwards, not beforehand. */
export function whyNoVoiceBefore({ meeting, item, person, print }: Of): NoVoiceBefore | null {
  if (meeting.phase === 'closed' || meeting.cancelledAt !== null) return 'meeting-over'
  if (item.purpose !== 'decision') return 'not-for-deciding'
  if (person === null || !meeting.deciding.voters.includes(person)) return 'no-voice'
  if (meeting.deciding.unnamed) return 'unnamed'
  if (meeting.deciding.absentDays !== null) return 'afterwards-instead'
  if (item.state !== 'to-come' || item.decisionId !== null) return 'item-begun'
  return print === null ? 'nothing-to-decide' : null
}
