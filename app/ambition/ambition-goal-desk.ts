import { plainOf } from '../kernel/rich.ts'
import { type Entry, isGoal, textOf } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { goalNumbers, lookupOf, trackName } from '../plan/plan-sheet.ts'
import { sightOf } from '../plan/plan-sight.ts'
import { planOfToday, readPlan } from '../plan/plan-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Ambition } from './ambition.ts'
import type { AtAmbitions } from './ambition-desk.ts'
import type { GoalChoices, GoalPlace } from './ambition-sheet.ts'

/** To what an ambition can be tied: the goals and the learning teams' tracks of the plan of today; null: no plan. */
export async function goalChoices({ desk, reader }: AtAmbitions): Promise<GoalChoices | null> {
  const planId = await planOfToday(desk.db, reader.actor, desk.today)
  const whole = planId && (await readPlan(desk.db, reader.actor, planId))
  if (!whole) return null
  const plan = sightOf(whole, reader.actor)
  const nameOf = await namesAt({ desk, reader }, plan)
  const goals = plan.entries.filter(({ kind }) => kind !== 'teacher-track')
  return { planId: whole.id, goals: goals.map((entry) => ({ id: entry.id, name: nameOf(entry) })) }
}

async function namesAt({ desk, reader }: AtAmbitions, plan: Plan) {
  const lookup = lookupOf(await readRoster(desk.db, reader.actor))
  const numbers = goalNumbers(plan)
  return (entry: Entry) =>
    isGoal(entry) ? `${numbers.get(entry.id)}. ${plainOf(textOf(entry, 'title'))}` : trackName(entry, lookup)
}

/** Where it hangs, for these eyes; null: nowhere, or it has gone. */
export async function goalOf(at: AtAmbitions, { tie }: Ambition): Promise<GoalPlace | null> {
  if (tie === null) return null
  const { planId, entryId, amendmentId } = tie
  const whole = await readPlan(at.desk.db, at.reader.actor, planId)
  if (whole === null) return null
  if (entryId === null) return { href: `/plan/${planId}/amendment/${amendmentId}`, name: null }
  const plan = sightOf(whole, at.reader.actor)
  const entry = entryOf(plan, entryId)
  if (!entry) return null
  return { href: `/plan/${planId}?shown=${entryId}#e-${entryId}`, name: (await namesAt(at, plan))(entry) }
}
