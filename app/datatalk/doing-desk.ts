import { goalPlaces } from '../adoption/goal-place.ts'
import { mayMakeGoal } from '../adoption/goal-place-may.ts'
import { noGoalPlace } from '../adoption/no-goal-place.ts'
import { meetingsAhead } from '../agenda/ahead-store.ts'
import type { AmbitionSheet } from '../ambition/ambition-sheet.ts'
import { ambitionTitle } from '../ambition/stand-text.ts'
import { dayOf, weekDay } from '../kernel/day.ts'
import { nextYear, schoolYearOf } from '../kernel/school-year.ts'
import { mayPlanMeetings } from '../meeting/meeting-may.ts'
import { type Entry, textOf } from '../plan/entry.ts'
import { isAdopted, isOpen, type Plan, type PlanLine } from '../plan/plan.ts'
import { mayMove, mayTie } from '../plan/plan-may.ts'
import { firstLine, lookupOf, trackName } from '../plan/plan-sheet.ts'
import { sightOf } from '../plan/plan-sight.ts'
import { readPlan, readPlans } from '../plan/plan-store.ts'
import type { Roster } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import { activeLines } from '../school/vision.ts'
import { readVision } from '../school/vision-store.ts'
import { mayMakeStep } from '../step/step-may.ts'
import type { AtTrends } from '../trend/trend-slot-desk.ts'
import { readYearMoments } from '../year/moments-store.ts'
import { knowsTests, nextTest, proposedLine, proposedTitle, tieable } from './doing.ts'
import { doingText } from './doing-text.ts'
import { sayFact } from './fact-text.ts'
import type { AtTalk } from './numbers-desk.ts'
import type { NoPlace } from './openings.ts'
import { linesIn, type Talk } from './talk.ts'
import { type StandingGoal, standingGoal } from './talk-goal-store.ts'
import { mayTakePart, mayWriteTalk } from './talk-may.ts'
import type { Doing } from './talk-sheet.ts'

/** What a talk can become in the plan: where, with which words, on which line, looked back at when. */
export async function doingFor(at: AtTalk, ambitions: readonly AmbitionSheet[]): Promise<Doing> {
  const { desk, reader, talk } = at
  const { actor } = reader
  const writes = mayWriteTalk(actor, talk).may
  const standing = await standingGoal(desk.db, actor, talk.goal)
  const plans = await readPlans(desk.db, actor)
  const places = goalPlaces(plans, schoolYearOf(desk.today))
  const mine = writes ? places.filter((place) => mayMakeGoal(actor, plans, place)) : []
  const plan = writes ? await planNow(at) : null
  return {
    goal: standing && { ...standing.goal, title: await titleOf(at, standing) },
    isGone: talk.goal !== null && standing === null,
    places: mine,
    noPlace: noPlaceFor(at, plans),
    proposal: await proposalFor(at, plan, ambitions),
    vision: writes ? activeLines(await readVision(desk.db, actor)) : [],
    ties: plan ? await tiesOf(at, plan) : [],
    ...stepsOn(at, standing, writes),
    meetings: mayTakePart(actor, talk).may ? await meetingsFor(at) : [],
    mayPlanMeeting: mayPlanMeetings(actor).may,
  }
}

/** Why no plan takes a goal now, with whether this reader may begin one; null: there is a place. */
export function noPlaceFor({ desk, reader }: AtTrends, plans: readonly PlanLine[]): NoPlace | null {
  const why = noGoalPlace(plans, schoolYearOf(desk.today))
  return why && { why, mayBegin: mayMove(reader.actor).may }
}

/** The plan of this school year as this reader sees it; else next year's, when that one is being written. */
export async function planNow({ desk, reader }: AtTrends): Promise<Plan | null> {
  const plans = await readPlans(desk.db, reader.actor)
  const year = schoolYearOf(desk.today)
  const line =
    plans.find((one) => one.schoolYear === year) ?? plans.find((one) => one.schoolYear === nextYear(year))
  const plan =
    line && (isOpen(line.phase) || isAdopted(line.phase))
      ? await readPlan(desk.db, reader.actor, line.id)
      : null
  return plan && sightOf(plan, reader.actor)
}

async function titleOf({ desk, reader }: AtTalk, { entry, proposed }: StandingGoal): Promise<string> {
  return entry === null ? proposed : nameOfGoal(entry, await readRoster(desk.db, reader.actor))
}

/** What a goal or track of the plan is called. */
export const nameOfGoal = (entry: Entry, roster: Roster): string =>
  entry.kind === 'learning-team-track'
    ? trackName(entry, lookupOf(roster))
    : firstLine(textOf(entry, 'title'))

async function tiesOf({ desk, reader, talk }: AtTalk, plan: Plan): Promise<Doing['ties']> {
  const roster = await readRoster(desk.db, reader.actor)
  return tieable(plan, talk.team)
    .map((entry) => ({ value: `${plan.id} ${entry.id}`, label: nameOfGoal(entry, roster) }))
    .filter(({ label }) => label !== '')
}

async function proposalFor(
  at: AtTalk,
  plan: Plan | null,
  ambitions: readonly AmbitionSheet[],
): Promise<Doing['proposal']> {
  const { desk, reader, talk } = at
  const { language, actor } = reader
  const titles = ambitions.map(({ ambition }) => ambitionTitle(language, ambition))
  const said = [...talk.lines.map((line) => line.words), ...titles]
  return {
    title: proposedTitle(talk, titles[0] ?? ''),
    situation: situationOf(at),
    approach: approachOf(talk),
    line: proposedLine(talk, plan, await readVision(desk.db, actor), said),
    ...(await testAfter(at)),
  }
}

/** What was seen, as it was checked: nothing of what one person said. */
function situationOf({ talk, reader: { language }, desk: { today } }: AtTalk): string {
  const facts = linesIn(talk, 'data').flatMap(({ fact }) => (fact ? [sayFact(language, fact)] : []))
  return facts.length === 0 ? '' : doingText(language).situation(facts.join(' '), today)
}

/** What we do, as a list of the plan. */
function approachOf(talk: Talk): string {
  const acts = linesIn(talk, 'act').map(({ words }) => words)
  return acts.length < 2 ? acts.join('') : acts.map((words) => `- ${words}`).join('\n')
}

async function testAfter({ desk, reader }: AtTalk): Promise<Pick<Doing['proposal'], 'test' | 'knowsTests'>> {
  const year = schoolYearOf(desk.today)
  const now = await readYearMoments(desk.db, reader.actor, year)
  const test = nextTest(now, desk.today)
  if (test) return { test, knowsTests: true }
  const next = await readYearMoments(desk.db, reader.actor, nextYear(year))
  return { test: nextTest(next, desk.today), knowsTests: knowsTests([...now, ...next]) }
}

function stepsOn({ reader }: AtTalk, standing: StandingGoal | null, writes: boolean) {
  const { actor } = reader
  if (!standing?.entry) return { mayStep: false, lookBack: [], mayLookBack: false }
  const { plan, entry } = standing
  return {
    mayStep: writes && mayMakeStep(actor, plan, entry).may,
    lookBack: entry.moments.map(({ onDay }) => onDay).sort(),
    mayLookBack: writes && mayTie(actor, plan, entry).may,
  }
}

async function meetingsFor({ desk, reader }: AtTalk): Promise<Doing['meetings']> {
  const ahead = await meetingsAhead(desk.db, reader.actor, desk.now)
  return ahead.map(({ id, title, startsAt }) => ({
    id,
    title,
    when: weekDay(dayOf(new Date(startsAt)), reader.language),
  }))
}
