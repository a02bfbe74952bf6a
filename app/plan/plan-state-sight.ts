import type { Actor } from '../session/actor.ts'
import type { Entry } from './entry.ts'
import { mayReadTexts } from './plan-may.ts'
import { type EntryState, entryFrom, type PlanState, veiledState } from './plan-state.ts'

/**
 * A plan as it stood, as this actor may see it: of a track at most what the actor might read of it then and may read
 * of it now. `now` holds the entries of today, also those that were removed since; what is nowhere any more is told
 * by what stood there.
 */
export function stateSightOf(state: PlanState, now: readonly Entry[], actor: Actor): PlanState {
  const today = new Map<string, Entry>(now.map((entry) => [entry.id, entry]))
  return { ...state, entries: state.entries.map((entry) => seen(entry, today.get(entry.id), actor)) }
}

function seen(entry: EntryState, today: Entry | undefined, actor: Actor): EntryState {
  const then = mayReadTexts(actor, entryFrom(entry)).may
  const still = today === undefined || mayReadTexts(actor, today).may
  return then && still ? shown(entry) : { ...shown(veiledState(entry)), veiled: true }
}

/** Whom an owner invited to propose is between the two of them. */
const shown = (entry: EntryState): EntryState => ({
  ...entry,
  people: entry.people.filter((named) => named.part !== 'invited'),
})
