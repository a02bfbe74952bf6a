import { goalHref, type MadeGoal } from '../adoption/goal-place.ts'
import { mayMakeAmbitions } from '../ambition/ambition-may.ts'
import { ambitionSheetsOf } from '../ambition/ambition-sheet-store.ts'
import { readPlans } from '../plan/plan-store.ts'
import { readTeam } from '../school/team-store.ts'
import type { AtSubject } from '../trend/subject-ways.ts'
import type { AtTrends, FillWays } from '../trend/trend-slot-desk.ts'
import { noPlaceFor } from './doing-desk.ts'
import { placeFor } from './hangs-desk.ts'
import type { TalkHead } from './talk.ts'
import { teamName } from './talk-desk.ts'
import { standingGoal } from './talk-goal-store.ts'
import { mayBeginTalk, mayBeginTalks, mayWriteTalk } from './talk-may.ts'
import { talksOf } from './talk-store.ts'
import { talkTitle } from './talk-text.ts'
import { ambitionsOn, talksOn } from './ways.ts'
import { type Ways, WaysView } from './ways-view.tsx'

/** What stands at the end of the figures of a subject: the talk on it, its ambitions, and what came of them. */
export const waysOfSubject: FillWays = async (at, about) => (
  <WaysView about={about} ways={await waysFor(at, about)} />
)

async function waysFor(at: AtTrends, about: AtSubject): Promise<Ways> {
  const { desk, reader } = at
  const { actor, language, terms } = reader
  const team = await readTeam(desk.db, actor)
  const talks = talksOn(await talksOf(desk.db, actor), about.subject)
  const ambitions = ambitionsOn(await ambitionSheetsOf(desk.db, actor), about)
  const ties = [...talks.map(({ goal }) => goal), ...ambitions.map(({ ambition }) => ambition.tie)]
  return {
    talks: talks.map((talk) => ({ talk, title: talkTitle(language, talk, teamName(team, talk)) })),
    ambitions,
    goals: await goalsOf(at, ties),
    noPlace: noPlaceFor(at, await readPlans(desk.db, actor)),
    making: talks.find((talk) => isMaking(at, talk)) ?? null,
    mayBegin: mayBeginTalks(actor).may,
    seesAll: mayBeginTalk(actor, null).may,
    mayChoose: mayMakeAmbitions(actor).may,
    language,
    terms,
  }
}

/** Whether this reader can make something of it. */
const isMaking = ({ reader }: AtTrends, talk: TalkHead) => mayWriteTalk(reader.actor, talk).may

/** The goals and tracks on which something hangs, each once. */
async function goalsOf(at: AtTrends, ties: readonly (MadeGoal | null)[]): Promise<Ways['goals']> {
  const places = new Map<string, { href: string; name: string }>()
  for (const tie of ties) {
    if (tie === null || places.has(goalHref(tie))) continue
    const standing = await standingGoal(at.desk.db, at.reader.actor, tie)
    if (standing) places.set(goalHref(tie), await placeFor(at, standing))
  }
  return [...places.values()]
}
