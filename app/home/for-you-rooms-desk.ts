import type { Drawing } from '../plan/plan-sheet-view.ts'
import type { RoomAsk } from './for-you.ts'
import { ofAmendments } from './for-you-amendment-desk.ts'
import { ofEvaluations } from './for-you-evaluation-desk.ts'
import type { FillForYou, ForYouAt } from './for-you-line-desk.ts'
import { ofLookingBack, ofMeetings, ofPromises, ofVersions } from './for-you-meeting-desk.ts'
import { ofDayProposals } from './remind-day-desk.ts'
import { ofShelf } from './remind-shelf-desk.ts'
import { ofSteps } from './remind-step-desk.ts'
import { ofNearEvaluations, ofQuietTracks } from './remind-track-desk.ts'
import { ofVisits } from './remind-visit-desk.ts'

/** The rooms that add lines of their own to 'Voor jou', for each plan: one line each. */
const OF_A_PLAN: readonly FillForYou[] = [ofAmendments, ofEvaluations, ofLookingBack, ofDayProposals]
/** Those whose lines belong to the school: they come once, with the plan of today. */
const OF_THE_SCHOOL: readonly FillForYou[] = [ofMeetings, ofVisits, ofSteps, ofVersions, ofPromises, ofShelf]
/** Of the plan of today alone: what its days and its tracks ask of oneself. */
const OF_TODAY: readonly FillForYou[] = [ofNearEvaluations, ofQuietTracks]

export async function linesOfRooms(at: ForYouAt, d: Drawing, isNow: boolean): Promise<RoomAsk[]> {
  const lines: RoomAsk[] = []
  for (const fill of isNow ? [...OF_THE_SCHOOL, ...OF_A_PLAN, ...OF_TODAY] : OF_A_PLAN)
    lines.push(...(await fill(at, d)))
  return lines
}
