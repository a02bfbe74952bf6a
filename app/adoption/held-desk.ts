import type { Db } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import type { DecisionId } from '../kernel/id.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import type { Actor } from '../session/actor.ts'
import type { House } from '../session/desk.ts'
import type { SealedMeeting } from './sealed-meeting.ts'

/** The meeting in which the team decides, or decided, on something: a room above this one knows it. */
export type HeldIn = {
  readonly href: string
  readonly title: string
  /** It is running: who leads it closes the round. */
  readonly isRunning: boolean
  readonly record: SealedMeeting
  readonly mrInformedOn: Day | null
}

export type Meetings = {
  /** The meeting to which a decision belongs; null: it was asked outside a meeting. */
  readonly heldIn: (db: Db, actor: Actor, id: DecisionId) => Promise<HeldIn | null>
  /** Tells the screens of that meeting that something was said to a decision elsewhere. */
  readonly tellRoom: (db: Db, actor: Actor, id: DecisionId) => Promise<void>
}

const filled = new WeakMap<House, Meetings>()

/** Said once, where the routes of this house are made. */
export const fillMeetings = (house: House, meetings: Meetings) => void filled.set(house, meetings)

type At = { readonly house: House; readonly db: Db }

export const heldIn = async ({ house, db }: At, actor: Actor, decision: Pick<SeenDecision, 'id'> | null) =>
  decision === null ? null : ((await filled.get(house)?.heldIn(db, actor, decision.id)) ?? null)

export const tellRoom = async ({ house, db }: At, actor: Actor, decision: Pick<SeenDecision, 'id'>) =>
  filled.get(house)?.tellRoom(db, actor, decision.id)
