import type { Plan } from '../plan/plan.ts'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import type { Reader } from '../session/actor.ts'
import type { Desk } from '../session/desk.ts'
import type { RoomAsk } from './for-you.ts'
import { ofAmendments } from './for-you-amendment-desk.ts'
import { ofEvaluations } from './for-you-evaluation-desk.ts'

export type ForYouAt = {
  readonly desk: Pick<Desk, 'db' | 'now' | 'today'>
  readonly reader: Reader
  /** The whole plan; what the reader sees of it is `d.plan`. */
  readonly plan: Plan
}

/** What a room has waiting for this reader in a plan, in the reader's language; never what the reader did. */
export type FillForYou = (at: ForYouAt, d: Drawing) => Promise<readonly RoomAsk[]>

/** The rooms that add lines of their own to 'Voor jou': one line each. */
const ROOMS: readonly FillForYou[] = [ofAmendments, ofEvaluations]

export async function linesOfRooms(at: ForYouAt, d: Drawing): Promise<RoomAsk[]> {
  const lines: RoomAsk[] = []
  for (const fill of ROOMS) lines.push(...(await fill(at, d)))
  return lines
}
