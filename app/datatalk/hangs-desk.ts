import { goalHref, type MadeGoal } from '../adoption/goal-place.ts'
import type { Ambition } from '../ambition/ambition.ts'
import { mayKeepAmbition } from '../ambition/ambition-may.ts'
import type { AmbitionSheet } from '../ambition/ambition-sheet.ts'
import { ambitionTitle } from '../ambition/stand-text.ts'
import { entryOf } from '../plan/plan.ts'
import { sightOf } from '../plan/plan-sight.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { AtTrends } from '../trend/trend-slot-desk.ts'
import { nameOfGoal } from './doing-desk.ts'
import type { AtTalk } from './numbers-desk.ts'
import { isSamePlace } from './talk-ambition-store.ts'
import { type StandingGoal, standingGoal } from './talk-goal-store.ts'
import type { Hanging } from './talk-sheet.ts'
import { tiedOf } from './talk-tied-store.ts'

/** Where the running ambitions of a talk hang in the plan, for this reader; `goal`: where the talk itself hangs. */
export async function hangsFor(
  at: AtTalk,
  ambitions: readonly AmbitionSheet[],
  goal: MadeGoal | null,
): Promise<Hanging[]> {
  const running = ambitions.map(({ ambition }) => ambition).filter(({ ended }) => ended === null)
  if (running.length === 0) return []
  const along = new Set((await tiedOf(at.desk.db, at.reader.actor, at.talk)).map(({ ambition }) => ambition))
  const found: Hanging[] = []
  for (const ambition of running) {
    const standing = await standingGoal(at.desk.db, at.reader.actor, ambition.tie)
    const isHere = standing !== null && goal !== null && isSamePlace(standing.goal, goal)
    found.push({
      id: ambition.id,
      title: ambitionTitle(at.reader.language, ambition),
      place: standing && (await placeFor(at, standing)),
      isHere,
      wentAlong: isHere && along.has(ambition.id),
      mayCome: isKept(at, ambition),
    })
  }
  return found
}

const isKept = ({ reader }: AtTalk, { teamId }: Ambition) => mayKeepAmbition(reader.actor, teamId).may

/** The name and the address of a place in the plan. */
export async function placeFor({ desk, reader }: AtTrends, { plan, entry, proposed, goal }: StandingGoal) {
  const href = goalHref(goal)
  if (entry === null) return { href, name: proposed }
  const seen = entryOf(sightOf(plan, reader.actor), entry.id)
  return { href, name: seen ? nameOfGoal(seen, await readRoster(desk.db, reader.actor)) : '' }
}
