import type { Drawing } from '../plan/plan-sheet-view.ts'
import type { RoomAsk } from './for-you.ts'
import { ofAmendments } from './for-you-amendment-desk.ts'
import { ofEvaluations } from './for-you-evaluation-desk.ts'
import type { FillForYou, ForYouAt } from './for-you-line-desk.ts'
import { ofMeetings } from './for-you-meeting-desk.ts'

/** The rooms that add lines of their own to 'Voor jou': one line each. */
const ROOMS: readonly FillForYou[] = [ofMeetings, ofAmendments, ofEvaluations]

export async function linesOfRooms(at: ForYouAt, d: Drawing): Promise<RoomAsk[]> {
  const lines: RoomAsk[] = []
  for (const fill of ROOMS) lines.push(...(await fill(at, d)))
  return lines
}
