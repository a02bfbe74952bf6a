import type { Moment } from '../kernel/day.ts'
import type { MeetingId } from '../kernel/id.ts'

/** `draft`: the meeting runs, or its minutes are being completed; `put`: they lie before the team; `sealed`: confirmed. */
export type MinutesState = 'draft' | 'put' | 'sealed'

/** The minutes as they lay before the team: what came after it is told apart. */
export type PutBefore = {
  readonly at: Moment
  /** The notes of that moment, by what they are of. */
  readonly notes: ReadonlyMap<string, string>
}

export type MinutesRefusal =
  | 'minutes-not-put'
  | 'minutes-sealed'
  | 'sealed-stays-closed'
  | 'round-not-stands'
  | 'minutes-changed'
  | 'correction-missing'
  | 'reason-missing'
  | 'text-too-long'

/** A meeting that was held, with how far its minutes are. */
export type HeldMeeting = {
  readonly meetingId: MeetingId
  readonly title: string
  readonly startsAt: Moment
  readonly closedAt: Moment | null
  readonly state: MinutesState
}
