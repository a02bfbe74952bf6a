import type { EntryId, PlanId } from '../kernel/id.ts'
import type { Entry } from '../plan/entry.ts'
import { isGoal, textOf } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { entryOf } from '../plan/plan.ts'
import { isOwner } from '../plan/plan-may.ts'
import { firstLine, goalNumbers, lookupOf, trackName } from '../plan/plan-sheet.ts'
import { sightOf } from '../plan/plan-sight.ts'
import { planOfToday, readPlan } from '../plan/plan-store.ts'
import type { AtVisits } from './visit-desk.ts'
import { visitNewText } from './visit-new-text.ts'

/** The plan of today as this reader may see it; null: there is none. */
async function planHere({ desk, reader }: AtVisits): Promise<Plan | null> {
  const id = await planOfToday(desk.db, reader.actor, desk.today)
  return planAs(id, { desk, reader })
}

async function planAs(id: PlanId | null, { desk, reader }: Pick<AtVisits, 'desk' | 'reader'>) {
  const plan = id && (await readPlan(desk.db, reader.actor, id))
  return plan ? sightOf(plan, reader.actor) : null
}

export type EntryChoice = { readonly value: EntryId; readonly label: string; readonly planId: PlanId }

/** To what a visit can belong: the goals, and the tracks that are this reader's own. */
export async function entryChoices(at: AtVisits): Promise<EntryChoice[]> {
  const plan = await planHere(at)
  if (plan === null) return []
  return plan.entries
    .filter((entry) => isGoal(entry) || isOwner(at.reader.actor, entry))
    .map((entry) => ({ value: entry.id, label: labelOf(plan, entry, at), planId: plan.id }))
}

const labelOf = (plan: Plan, entry: Entry, { roster, eyes }: AtVisits) => {
  const text = visitNewText(eyes.language).new
  if (!isGoal(entry)) return text.track(trackName(entry, lookupOf(roster)))
  return text.goal(goalNumbers(plan).get(entry.id) ?? '', firstLine(textOf(entry, 'title'), 60))
}

/** What a visit belongs to, by name and with its address; null: to nothing, or to what is no longer there. */
export async function belongsTo(at: AtVisits, planId: PlanId | null, entryId: EntryId | null) {
  const plan = await planAs(planId, at)
  const entry = plan && entryOf(plan, entryId)
  return plan && entry
    ? { label: labelOf(plan, entry, at), href: `/plan/${plan.id}?shown=${entry.id}#e-${entry.id}` }
    : null
}
