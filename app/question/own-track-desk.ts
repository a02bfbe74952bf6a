import type { EntryId, PlanId } from '../kernel/id.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import { entryOf } from '../plan/plan.ts'
import { isOwner } from '../plan/plan-may.ts'
import { lookupOf, trackName } from '../plan/plan-sheet.ts'
import { sightOf } from '../plan/plan-sight.ts'
import { planOfToday, readPlan } from '../plan/plan-store.ts'
import type { Question } from './question.ts'
import type { AtQuestions } from './question-desk.ts'
import { rungText } from './rung-text.ts'

export type OwnTrack = { readonly planId: PlanId; readonly entryId: EntryId; readonly name: string }

/** The tracks of the plan of today whose pen this reader holds: a question can belong to one of these. */
export async function ownTracks(at: AtQuestions): Promise<OwnTrack[]> {
  const { desk, reader } = at
  const id = await planOfToday(desk.db, reader.actor, desk.today)
  const plan = id && (await readPlan(desk.db, reader.actor, id))
  if (!plan) return []
  return plan.entries
    .filter((entry) => !isGoal(entry) && isOwner(reader.actor, entry))
    .map((entry) => ({ planId: plan.id, entryId: entry.id, name: nameFor(at, entry) }))
}

const nameFor = ({ reader, roster }: Pick<AtQuestions, 'reader' | 'roster'>, entry: Entry) => {
  const text = rungText(reader.language)
  return entry.kind === 'teacher-track' ? text.ownTrack : text.ownTeam(trackName(entry, lookupOf(roster)))
}

/** The track to which a question is tied, by name and with its address; `href` null: it is gone, or not to be read. */
export async function tiedTo(
  { desk, reader, roster }: AtQuestions,
  tie: NonNullable<Question['tie']>,
): Promise<{ readonly name: string; readonly href: string | null }> {
  const plan = await readPlan(desk.db, reader.actor, tie.planId)
  const seen = plan && sightOf(plan, reader.actor)
  const entry = seen && entryOf(seen, tie.entryId)
  if (!seen || !entry) return { name: rungText(reader.language).gone, href: null }
  const text = rungText(reader.language)
  const name = isOwner(reader.actor, entry)
    ? nameFor({ reader, roster }, entry)
    : text.ownTeam(trackName(entry, lookupOf(roster)))
  return { name, href: `/plan/${seen.id}?shown=${entry.id}#e-${entry.id}` }
}
