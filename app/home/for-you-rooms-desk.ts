import { amendmentAsks } from '../adoption/amendment-for-you-view.ts'
import { readAmendments } from '../adoption/amendment-store.ts'
import { type Plan, takesAmendments } from '../plan/plan.ts'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import type { Reader } from '../session/actor.ts'
import type { Desk } from '../session/desk.ts'
import type { RoomAsk } from './for-you.ts'

export type ForYouAt = {
  readonly desk: Pick<Desk, 'db' | 'now' | 'today'>
  readonly reader: Reader
  /** The whole plan; what the reader sees of it is `d.plan`. */
  readonly plan: Plan
}

/** What a room has waiting for this reader in a plan, in the reader's language; never what the reader did. */
export type FillForYou = (at: ForYouAt, d: Drawing) => Promise<readonly RoomAsk[]>

/** The rooms that add lines of their own to 'Voor jou': one line each. */
const ROOMS: readonly FillForYou[] = [ofAmendments]

export async function linesOfRooms(at: ForYouAt, d: Drawing): Promise<RoomAsk[]> {
  const lines: RoomAsk[] = []
  for (const fill of ROOMS) lines.push(...(await fill(at, d)))
  return lines
}

/** Amendments of an adopted plan: a yes, a round to open, a decision to seal. */
async function ofAmendments({ desk, reader, plan }: ForYouAt, d: Drawing) {
  if (!takesAmendments(plan.phase)) return []
  const scenes = await readAmendments(desk.db, reader.actor, plan, d.sheet.roster, desk.now)
  return amendmentAsks(plan, scenes, reader)
}
