import type { Moment } from '../kernel/day.ts'
import type { MeetingId, PersonId, PlanId } from '../kernel/id.ts'
import type { MeetingPhase, Template } from '../meeting/meeting.ts'

/** A meeting as a line in a list. Everybody of the school sees all meetings. */
export type MeetingLine = {
  readonly id: MeetingId
  readonly planId: PlanId | null
  readonly template: Template
  readonly title: string
  readonly startsAt: Moment
  readonly minutes: number
  readonly place: string
  readonly phase: MeetingPhase
  readonly chair: PersonId
  readonly chairName: string
  readonly minuteTaker: PersonId
  readonly cancelledAt: Moment | null
}

/** A meeting that comes or runs, with what it asks of this person. */
export type ComingMeeting = MeetingLine & {
  /** On how many items to come this person can still give silent input, and has given none. */
  readonly inputOn: number
  /** Nothing said yet about coming. */
  readonly isSilent: boolean
  readonly said: string | null
}

const DAY = 86_400_000

/** What runs, what comes (soonest first) and what has been or was never opened (newest first). */
export function sortMeetings(lines: readonly MeetingLine[], now: Moment) {
  const since = new Date(Date.parse(now) - DAY).toISOString()
  const isComing = ({ phase, startsAt }: MeetingLine) => phase === 'prepare' && startsAt > since
  return {
    running: lines.filter(({ phase }) => phase === 'running'),
    coming: lines.filter(isComing),
    past: lines.filter((line) => line.phase !== 'running' && !isComing(line)).toReversed(),
  }
}
