import { lookupOf } from '../plan/plan-sheet.ts'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import { readRoster } from '../plan/roster-store.ts'
import { byPress, type RoomAsk } from './for-you.ts'
import { ofAmbitions } from './for-you-ambition-desk.ts'
import { ofAmendments } from './for-you-amendment-desk.ts'
import { ofEvaluations } from './for-you-evaluation-desk.ts'
import { ofHeavyCalls } from './for-you-heavy-desk.ts'
import type { Eyes, FillForYou, ForYouAt, ForYouWho } from './for-you-line-desk.ts'
import { ofLookingBack, ofMeetings, ofPromises, ofVersions } from './for-you-meeting-desk.ts'
import { ofAppointments, ofPeers } from './for-you-office-desk.ts'
import { ofQuestions } from './for-you-question-desk.ts'
import { ofDayProposals } from './remind-day-desk.ts'
import { ofShelf } from './remind-shelf-desk.ts'
import { ofSteps } from './remind-step-desk.ts'
import { ofNearEvaluations, ofQuietTracks } from './remind-track-desk.ts'
import { ofVisits } from './remind-visit-desk.ts'

/** The rooms that add lines of their own to 'Voor jou', for each plan: one line each. */
const OF_A_PLAN: readonly FillForYou[] = [ofAmendments, ofEvaluations, ofLookingBack, ofDayProposals]
/** Those that need no plan. */
const OF_PEOPLE: readonly ((at: ForYouWho, d: Eyes) => Promise<RoomAsk[]>)[] = [
  ofHeavyCalls,
  ofQuestions,
  ofAppointments,
  ofPeers,
  ofAmbitions,
]
/** Those whose lines belong to the school: they come once, with the plan of today. */
const OF_THE_SCHOOL: readonly FillForYou[] = [
  ofHeavyCalls,
  ofMeetings,
  ofQuestions,
  ofAppointments,
  ofVisits,
  ofSteps,
  ofPeers,
  ofVersions,
  ofPromises,
  ofShelf,
  ofAmbitions,
]
/** Of the plan of today alone: what its days and its tracks ask of oneself. */
const OF_TODAY: readonly FillForYou[] = [ofNearEvaluations, ofQuietTracks]

export async function linesOfRooms(at: ForYouAt, d: Drawing, isNow: boolean): Promise<RoomAsk[]> {
  const lines: RoomAsk[] = []
  for (const fill of isNow ? [...OF_THE_SCHOOL, ...OF_A_PLAN, ...OF_TODAY] : OF_A_PLAN)
    lines.push(...(await fill(at, d)))
  return lines
}

/** What colleagues ask of one another in a school that has no plan yet. */
export async function linesWithoutPlan(who: ForYouWho): Promise<RoomAsk[]> {
  const { actor, language } = who.reader
  const eyes = { actor, language, lookup: lookupOf(await readRoster(who.desk.db, actor)) }
  const lines: RoomAsk[] = []
  for (const fill of OF_PEOPLE) lines.push(...(await fill(who, eyes)))
  const { urgent, expected, other } = byPress(lines, who.desk.today)
  return [...urgent, ...expected, ...other]
}
