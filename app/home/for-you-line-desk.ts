import type { Plan } from '../plan/plan.ts'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import type { Reader } from '../session/actor.ts'
import type { Desk } from '../session/desk.ts'
import type { RoomAsk } from './for-you.ts'

/** For whom lines are worked out, also where there is no plan yet. */
export type ForYouWho = {
  readonly desk: Pick<Desk, 'db' | 'now' | 'today'>
  readonly reader: Reader
}
/** Who looks, in which language, and how everybody is called. */
export type Eyes = Pick<Drawing, 'actor' | 'language' | 'lookup'>

/** With what a room works out its lines of 'Voor jou'. */
export type ForYouAt = ForYouWho & {
  /** The whole plan; what the reader sees of it is `d.plan`. */
  readonly plan: Plan
}

/** What a room has waiting for this reader in a plan, in the reader's language; never what the reader did. */
export type FillForYou = (at: ForYouAt, d: Drawing) => Promise<readonly RoomAsk[]>
